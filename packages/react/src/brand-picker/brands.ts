// The car brands that Smartcar connects, and where each is offered.

/** A brand that `make` can name. */
export type Brand = {
  /** The value of `make`. */
  id: string
  name: string
  /** Where it is offered. @default everywhere */
  region?: 'north-america' | 'europe'
  /** `false` for a brand that cannot be connected in a web page. @default true */
  web?: boolean
}

const everywhere =
  'Audi,BMW,Fiat,Ford,Honda,Hyundai,Jaguar,Jeep,Kia,Lexus,Mazda,MINI,Nissan,Polestar,Porsche,Subaru,Tesla,Toyota,Volkswagen,Volvo'
const northAmerica = 'Acura,Buick,Cadillac,Chevrolet,Chrysler,Dodge,GMC,Infiniti,Lincoln,RAM,Rivian'
const europe = 'BYD,Citroën,CUPRA,Dacia,DS,MG,Opel,Peugeot,Renault,Škoda,Vauxhall'

/**
 * The brands of one word, by name. Smartcar does not document how it writes the ids of Alfa Romeo,
 * Land Rover and Mercedes-Benz, so they are not here: a person finds them in Connect itself. If you
 * know an id, add it: `[...brands, { id: '…', name: 'Mercedes-Benz' }]`.
 *
 * @see https://smartcar.com/docs/connect/connect-url
 */
export const brands: readonly Brand[] = /* @__PURE__ */ byName()

/** Those of `brands` that are offered in a country: ISO 3166 alpha-2, such as `DE`. */
export function brandsIn(country: string, all: readonly Brand[] = brands): readonly Brand[] {
  const here = country === 'US' || country === 'CA' ? 'north-america' : 'europe'
  return all.filter(({ region = here }) => region === here)
}

function byName(): Brand[] {
  return [
    ...named(everywhere),
    ...named(northAmerica, 'north-america'),
    ...named(europe, 'europe'),
  ].sort((one, other) => one.name.localeCompare(other.name, 'en'))
}

function named(names: string, region?: Brand['region']): Brand[] {
  return names.split(',').map(name => {
    const id = name.normalize('NFD').replace(/\P{L}/gu, '').toUpperCase()
    const web = id !== 'FORD' && id !== 'LINCOLN'
    return { id, name, web, ...(region && { region }) }
  })
}
