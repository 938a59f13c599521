// The car brands on the first page, and where each is offered.

/** One brand on the first page. */
export type Brand = {
  /** The value of the `make` parameter, in upper case without spaces or accents. */
  readonly id: string
  /** The name on the page. */
  readonly name: string
  /** What people also call it or its cars, by which a search finds it. */
  readonly aliases: readonly string[]
  /** Where it is offered. North America is the United States and Canada; Europe is everywhere else. */
  readonly region: 'world' | 'north-america' | 'europe'
  /** False for brands whose live cars cannot be connected in a web page. Simulated ones always can. */
  readonly web: boolean
}

const offered: Readonly<Record<Brand['region'], string>> = {
  world:
    'Alfa Romeo,Audi,BMW,Fiat,Ford,Honda,Hyundai,Jaguar,Jeep,Kia,Land Rover,Lexus,Mazda,Mercedes-Benz,MINI,Nissan,Polestar,Porsche,Subaru,Tesla,Toyota,Volkswagen,Volvo',
  'north-america': 'Acura,Buick,Cadillac,Chevrolet,Chrysler,Dodge,GMC,Infiniti,Lincoln,RAM,Rivian',
  europe: 'BYD,Citroën,CUPRA,Dacia,DS,MG,Opel,Peugeot,Renault,SEAT,Škoda,Vauxhall',
}

const aliases: Readonly<Record<string, readonly string[]>> = {
  CHEVROLET: ['Chevy'],
  GMC: ['Hummer'],
  LANDROVER: ['Range Rover'],
  MERCEDESBENZ: ['Merc', 'Benz', 'AMG'],
  MINI: ['Mini Cooper'],
  VOLKSWAGEN: ['VW'],
}

const withoutWeb = new Set(['FORD', 'LINCOLN'])

/** All 46 brands in the order of their names. */
export const brands: readonly Brand[] = (Object.keys(offered) as Brand['region'][])
  .flatMap(region =>
    offered[region].split(',').map(name => {
      const id = brandId(name)
      return { id, name, aliases: aliases[id] ?? [], region, web: !withoutWeb.has(id) }
    }),
  )
  .sort((one, other) => (one.id < other.id ? -1 : 1))

/** The brands offered in a country (ISO 3166 alpha-2). */
export function brandsIn(country: string): readonly Brand[] {
  const region = country === 'US' || country === 'CA' ? 'north-america' : 'europe'
  return brands.filter(brand => brand.region === 'world' || brand.region === region)
}

/**
 * The brand of a `make` parameter, which must be exactly its id. How the provider writes brands of
 * several words is not documented: `MERCEDES_BENZ` and `LAND_ROVER` were seen not to work there, and
 * that the ids here do is a guess.
 */
export function findBrand(make: string): Brand | undefined {
  return brands.find(brand => brand.id === make)
}

/** Whether a car of the brand can be connected in a web page. Live cars of some brands cannot. */
export function connectsInBrowser(brand: Brand, mode: 'live' | 'simulated' | 'test'): boolean {
  return brand.web || mode !== 'live'
}

function brandId(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase()
}
