/**
 * Signs and codes of units that are the same in all languages; words for units are in the packs. Capitals matter. `$`
 * alone is read as the US dollar, as the wires mean it; a Canadian release that writes it so is read wrongly.
 */

/** Unit by sign; the unit is the SI symbol, that of UCUM where SI has none, or the code of ISO 4217. */
// biome-ignore format: one kind a line
export const unitSigns: Readonly<Record<string, string>> = {
  '%': '%', '％': '%', '٪': '%', '‰': '‰',
  '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₪': 'ILS', '$': 'USD', 'US$': 'USD', 'USD$': 'USD', 'C$': 'CAD', 'CA$': 'CAD', 'CAD$': 'CAD', 'A$': 'AUD', 'AU$': 'AUD', 'HK$': 'HKD', 'S$': 'SGD', 'R$': 'BRL', '₹': 'INR', '₩': 'KRW', '₺': 'TRY', '₽': 'RUB', '₴': 'UAH', 'zł': 'PLN',
  'NIS': 'ILS', 'RMB': 'CNY', 'Kč': 'CZK', 'SFr': 'CHF', 'SFr.': 'CHF', 'Fr.': 'CHF', 'mmkr': 'DKK',
  'km': 'km', 'm': 'm', 'cm': 'cm', 'mm': 'mm', 'µm': 'µm', 'μm': 'µm', 'nm': 'nm', 'mi': 'mi', 'ft': 'ft',
  'm²': 'm²', 'm2': 'm²', 'km²': 'km²', 'km2': 'km²', 'cm²': 'cm²', 'ha': 'ha', 'sq ft': 'ft²', 'sq. ft.': 'ft²',
  'm³': 'm³', 'm3': 'm³', 'l': 'l', 'L': 'l', 'ml': 'ml', 'mL': 'ml', 'cl': 'cl', 'dl': 'dl', 'hl': 'hl',
  't': 't', 'kg': 'kg', 'g': 'g', 'mg': 'mg', 'µg': 'µg', 'lbs': 'lb', 'lb': 'lb', 'oz': 'oz',
  '°C': '°C', '° C': '°C', '℃': '°C', '°F': '°F', '° F': '°F', '°': '°',
  'W': 'W', 'kW': 'kW', 'MW': 'MW', 'GW': 'GW', 'TW': 'TW', 'kWp': 'kW', 'MWp': 'MW', 'Wh': 'Wh', 'kWh': 'kWh', 'MWh': 'MWh', 'GWh': 'GWh', 'TWh': 'TWh',
  'V': 'V', 'kV': 'kV', 'Hz': 'Hz', 'kHz': 'kHz', 'MHz': 'MHz', 'GHz': 'GHz', 'dB': 'dB', 'bar': 'bar', 'hPa': 'hPa', 'kN': 'kN',
  'km/h': 'km/h', 'mph': 'mph', 'm/s': 'm/s', 'kB': 'kB', 'KB': 'kB', 'MB': 'MB', 'GB': 'GB', 'TB': 'TB', 'PB': 'PB', 'Mbit/s': 'Mbit/s', 'Gbit/s': 'Gbit/s', 'Mbps': 'Mbit/s', 'Gbps': 'Gbit/s',
  'h': 'h', 'min': 'min', 's': 's', 'ms': 'ms',
}

/** Codes of ISO 4217 that stand beside amounts. */
// biome-ignore format: a list of codes
export const currencyCodes: readonly string[] = [
  'AED', 'ARS', 'AUD', 'BGN', 'BRL', 'CAD', 'CHF', 'CLP', 'CNH', 'CNY', 'COP', 'CZK', 'DKK', 'EGP', 'EUR', 'GBP', 'HKD',
  'HUF', 'IDR', 'ILS', 'INR', 'ISK', 'JPY', 'KES', 'KRW', 'KWD', 'MAD', 'MXN', 'MYR', 'NGN', 'NOK', 'NZD', 'PEN', 'PHP',
  'PLN', 'QAR', 'RON', 'RSD', 'RUB', 'SAR', 'SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VND', 'ZAR',
]
