// What the code of the READMEs takes from the app that it is written into.

type Car = { id: string }
declare function listCars(tokens: object): Promise<Car[]>
declare function save(tokens: object): Promise<void>
declare function userIdOf(request: Request): string | undefined
