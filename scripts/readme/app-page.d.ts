// What the code of the READMEs takes from the page that it is written into.

declare const button: HTMLButtonElement
declare const clientId: string
declare const SmartcarConnect: typeof import('smartcar-connect')
declare type Car = { id: string }
declare const options: import('smartcar-connect').EndpointOptions
declare function AddCar(props: { onCars: (cars: { id: string }[]) => void }): React.ReactElement
declare function show(cars: { id: string }[]): void
// The packed package has a declaration for it; here the style sheet itself is found.
declare module 'smartcar-connect-react/styles.css' {}
