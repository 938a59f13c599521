// What the code of the READMEs takes from the app that it is written into.

declare function listCars(tokens: object): Promise<{ id: string }[]>
declare function save(tokens: object): Promise<void>
declare function userIdOf(request: Request): string | undefined
