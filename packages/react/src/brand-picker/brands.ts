// The car brands that Smartcar connects, and where each is offered.

/** A brand that `make` can name. */
export type Brand = {
  /** The value of `make`, such as `'TESLA'`. */
  id: string
  /** What a person reads. */
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
export const brands: readonly Brand[] = /* @__PURE__ */ brandsByName()

/**
 * The brands that are offered in a country. The United States and Canada are North America; every
 * other country is treated as Europe.
 *
 * @param country two upper-case letters, such as `'DE'`
 * @param all what to choose from
 * @see https://www.iso.org/iso-3166-country-codes.html
 */
export function brandsIn(country: string, all: readonly Brand[] = brands): readonly Brand[] {
  const here = country === 'US' || country === 'CA' ? 'north-america' : 'europe'
  return all.filter(({ region = here }) => region === here)
}

function brandsByName(): Brand[] {
  return [
    ...brandsOf(everywhere),
    ...brandsOf(northAmerica, 'north-america'),
    ...brandsOf(europe, 'europe'),
  ].sort((one, other) => one.name.localeCompare(other.name, 'en'))
}

function brandsOf(names: string, region?: Brand['region']): Brand[] {
  return names.split(',').map(name => {
    const id = name.normalize('NFD').replace(/\P{L}/gu, '').toUpperCase()
    const web = id !== 'FORD' && id !== 'LINCOLN'
    return { id, name, web, ...(region && { region }) }
  })
}
