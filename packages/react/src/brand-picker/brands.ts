// The car brands that Smartcar connects, and where each is offered.

/** A brand that `make` can name. */
export type Brand = {
  /** The value of `make`, such as `'TESLA'`. */
  id: string
  /** What a person reads. */
  name: string
  /** Other words that find it in the search, such as `'vw'`. @default none */
  aliases?: readonly string[] | undefined
  /** Where it is offered. @default everywhere */
  region?: 'north-america' | 'europe' | undefined
  /** `false` for a brand that cannot be connected in a web page. @default true */
  web?: boolean | undefined
}

const everywhere =
  'Audi,BMW,Fiat,Ford,Honda,Hyundai,Jaguar,Jeep,Kia,Lexus,Mazda,MINI,Nissan,Polestar,Porsche,Subaru,Tesla,Toyota,Volkswagen,Volvo'
const northAmerica = 'Acura,Buick,Cadillac,Chevrolet,Chrysler,Dodge,GMC,Infiniti,Lincoln,RAM,Rivian'
const europe = 'BYD,Citroën,CUPRA,Dacia,DS,MG,Opel,Peugeot,Renault,SEAT,Škoda,Vauxhall'

// Nicknames, and what is often typed in place of the name.
const aliases: { readonly [id in string]?: readonly string[] } = {
  BMW: ['beamer', 'beemer', 'bimmer'],
  CADILLAC: ['caddy'],
  CHEVROLET: ['chevy'],
  HYUNDAI: ['hundai'],
  INFINITI: ['infinity'],
  PEUGEOT: ['peugot'],
  PORSCHE: ['porche'],
  VOLKSWAGEN: ['vw', 'volkswagon'],
}

/**
 * The brands of one word, by name. Smartcar does not document how it writes the ids of Alfa Romeo,
 * Land Rover and Mercedes-Benz, so they are not here: a person who searches for them is told to
 * choose them in Smartcar's window. If you know an id, add it:
 * `[...brands, { id: '…', name: 'Mercedes-Benz', aliases: ['merc'] }]`.
 *
 * @see https://smartcar.com/docs/connect/connect-url
 */
export const brands: readonly Brand[] = /* @__PURE__ */ brandsByName()

/** Brands that Smartcar connects and whose ids are not documented: its own window offers them. */
export const brandsElsewhere: readonly Brand[] = [
  { id: '', name: 'Alfa Romeo', aliases: ['alpha romeo'] },
  { id: '', name: 'Land Rover', aliases: ['range rover'] },
  { id: '', name: 'Mercedes-Benz', aliases: ['amg'] },
]

// `UK` and `EL` are not in ISO 3166, but the European Union writes its own texts with them.
const northAmericanCountries = 'US CA'
const europeanCountries =
  'AD AL AT BA BE BG CH CY CZ DE DK EE EL ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA UK VA XK'

/**
 * The brands that are offered in a country of North America or Europe. Anywhere else, and for what is
 * no country code, these are the brands that both regions have: it never throws, so it may be given
 * the country of a visitor.
 *
 * @param country two letters, such as `'DE'` or `'de'`
 * @param all what to choose from
 * @returns those of `all` that are offered there, in the same order
 * @see https://www.iso.org/iso-3166-country-codes.html
 */
export function brandsIn(country: string, all: readonly Brand[] = brands): readonly Brand[] {
  const here = regionOf(country.trim().toUpperCase())
  return all.filter(({ region = here }) => region === here)
}

function regionOf(code: string): Brand['region'] {
  if (northAmericanCountries.split(' ').includes(code)) return 'north-america'
  return europeanCountries.split(' ').includes(code) ? 'europe' : undefined
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
    return { id, name, aliases: aliases[id], web, ...(region && { region }) }
  })
}
