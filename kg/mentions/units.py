"""Units of printed quantities: currencies by sign, code and name, measures, scale words; what each stands for."""

from __future__ import annotations

import re
from decimal import Decimal

SCALES = {
    "thousand": 3, "thousands": 3, "thsd": 3, "thous.": 3, "k": 3, "lakh": 5, "million": 6, "millions": 6, "mln": 6, "mln.": 6, "mn": 6, "mil": 6,
    "mio": 6, "m": 6, "mm": 6, "crore": 7, "billion": 9, "billions": 9, "bln": 9, "bln.": 9, "bn": 9, "b": 9, "milliard": 9, "trillion": 12,
    "trillions": 12, "trln": 12, "trn": 12, "tln": 12, "tn": 12, "hundred": 2, "lakh crore": 12,
}  # fmt: skip

SIGNS = {
    "US$": "USD", "U.S.$": "USD", "$US": "USD", "US $": "USD",
    "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD",
    "NT$": "TWD", "R$": "BRL", "CN¥": "CNY", "JP¥": "JPY", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₸": "KZT", "₺": "TRY",
    "₴": "UAH", "₹": "INR", "₩": "KRW", "₾": "GEL", "₼": "AZN", "֏": "AMD", "₫": "VND", "฿": "THB", "₱": "PHP", "₦": "NGN", "₪": "ILS", "₮": "MNT",
    "₡": "CRC", "₲": "PYG", "₵": "GHS", "GH₵": "GHS", "GH¢": "GHS", "৳": "BDT", "Tk": "BDT", "Rs.": "INR", "Rs": "INR", "RMB": "CNY", "RM": "MYR",
    "Rp": "IDR", "Sh": "shilling", "Shs": "shilling", "Ksh": "KES", "KSh": "KES", "Kshs": "KES", "Ush": "UGX", "USh": "UGX", "UShs": "UGX",
    "Tsh": "TZS", "TSh": "TZS", "N": "NGN", "R": "ZAR", "P": "PHP", "LE": "EGP", "KD": "KWD", "RO": "OMR", "QR": "QAR", "SR": "SAR", "Dh": "AED",
    "Dhs": "AED",
}  # fmt: skip

CODES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE"
    " CZK DJF DKK DOP DZD EGP ERN ETB "
    "EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP"
    " LKR LRD LSL LYD MAD MDL MGA MKD "
    "MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK"
    " SGD SHP SLE SOS SRD SSP STN SYP "
    "SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL"
).split()

# One currency of its name, or the one meant where no adjective stands with it.
_NAMES = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "yuan": "CNY", "renminbi": "CNY", "ruble": "RUB", "rouble": "RUB", "tenge": "KZT", "som": "KGS",
    "sum": "UZS", "soum": "UZS", "somoni": "TJS", "manat": "AZN", "lari": "GEL", "dram": "AMD", "hryvnia": "UAH", "hryvna": "UAH", "zloty": "PLN",
    "yen": "JPY", "won": "KRW", "rupee": "INR", "lira": "TRY", "pound sterling": "GBP", "pound": "GBP", "sterling": "GBP", "riyal": "SAR",
    "dirham": "AED", "rial": "IRR", "toman": "toman", "dinar": "dinar", "franc": "franc", "peso": "peso", "krona": "SEK", "kronor": "SEK",
    "krone": "krone", "kroner": "krone", "crown": "crown", "koruna": "CZK", "rand": "ZAR", "real": "BRL", "reais": "BRL", "baht": "THB",
    "ringgit": "MYR", "rupiah": "IDR", "dong": "VND", "tugrik": "MNT", "togrog": "MNT", "shekel": "ILS", "forint": "HUF", "lev": "BGN",
    "leva": "BGN", "lei": "RON", "leu": "RON", "bolivar": "VES", "afghani": "AFN", "naira": "NGN", "birr": "ETB", "cedi": "GHS", "taka": "BDT",
    "kyat": "MMK", "kip": "LAK", "riel": "KHR", "lek": "ALL", "quetzal": "GTQ", "kwacha": "ZMW", "kwanza": "AOA", "metical": "MZN", "pula": "BWP",
    "shilling": "shilling", "guarani": "PYG", "boliviano": "BOB", "kina": "PGK", "leone": "SLE", "dalasi": "GMD", "lempira": "HNL",
}  # fmt: skip
_ADJECTIVES = {
    ("dollar", "australian"): "AUD", ("dollar", "canadian"): "CAD", ("dollar", "hong kong"): "HKD", ("dollar", "new zealand"): "NZD",
    ("dollar", "singapore"): "SGD", ("dollar", "taiwan"): "TWD", ("dollar", "taiwanese"): "TWD", ("dollar", "jamaican"): "JMD",
    ("ruble", "belarusian"): "BYN", ("rouble", "belarusian"): "BYN", ("manat", "turkmen"): "TMT", ("som", "uzbek"): "UZS", ("sum", "kyrgyz"): "KGS",
    ("pound", "egyptian"): "EGP", ("pound", "lebanese"): "LBP", ("pound", "syrian"): "SYP", ("pound", "sudanese"): "SDG",
    ("rupee", "pakistani"): "PKR", ("rupee", "nepalese"): "NPR", ("rupee", "sri lankan"): "LKR", ("riyal", "qatari"): "QAR",
    ("riyal", "yemeni"): "YER", ("rial", "omani"): "OMR", ("riyal", "omani"): "OMR", ("dirham", "moroccan"): "MAD", ("dinar", "kuwaiti"): "KWD",
    ("dinar", "iraqi"): "IQD", ("dinar", "jordanian"): "JOD", ("dinar", "serbian"): "RSD", ("dinar", "bahraini"): "BHD",
    ("dinar", "tunisian"): "TND", ("dinar", "algerian"): "DZD", ("dinar", "libyan"): "LYD", ("franc", "swiss"): "CHF", ("franc", "cfa"): "XOF",
    ("peso", "mexican"): "MXN", ("peso", "argentine"): "ARS", ("peso", "chilean"): "CLP", ("peso", "colombian"): "COP", ("peso", "cuban"): "CUP",
    ("peso", "philippine"): "PHP", ("peso", "uruguayan"): "UYU", ("kroner", "danish"): "DKK", ("kroner", "norwegian"): "NOK",
    ("krone", "danish"): "DKK", ("krone", "norwegian"): "NOK", ("krona", "icelandic"): "ISK", ("crown", "czech"): "CZK", ("crown", "danish"): "DKK",
    ("crown", "swedish"): "SEK", ("crown", "norwegian"): "NOK", ("lei", "moldovan"): "MDL", ("leu", "moldovan"): "MDL",
    ("won", "north korean"): "KPW", ("shilling", "kenyan"): "KES", ("shilling", "ugandan"): "UGX", ("shilling", "tanzanian"): "TZS",
}  # fmt: skip

# Measures: printed form → unit and the power of ten it adds.
_MEASURES = {
    "percentage points": ("percentage points", 0), "percentage point": ("percentage points", 0), "percent points": ("percentage points", 0),
    "p.p.": ("percentage points", 0), "pp": ("percentage points", 0), "pps": ("percentage points", 0), "percent": ("percent", 0),
    "per cent": ("percent", 0), "pct": ("percent", 0), "%": ("percent", 0), "times": ("times", 0), "-fold": ("times", 0), "fold": ("times", 0),
    "x": ("times", 0), "metric tons": ("tonnes", 0), "metric tonnes": ("tonnes", 0), "metric ton": ("tonnes", 0), "tonnes": ("tonnes", 0),
    "tonne": ("tonnes", 0), "tons": ("tonnes", 0), "ton": ("tonnes", 0), "kilotons": ("tonnes", 3), "kilotonnes": ("tonnes", 3),
    "megatonnes": ("tonnes", 6), "kt": ("tonnes", 3), "mt": ("tonnes", 6), "t": ("tonnes", 0), "mmt": ("tonnes", 6), "mtpa": ("tonnes", 6),
    "kilograms": ("kilograms", 0), "kilogrammes": ("kilograms", 0), "kilos": ("kilograms", 0), "kg": ("kilograms", 0),
    "barrels per day": ("barrels per day", 0), "barrels a day": ("barrels per day", 0), "barrels of oil per day": ("barrels per day", 0),
    "barrels of oil a day": ("barrels per day", 0), "barrels of crude per day": ("barrels per day", 0),
    "barrels of crude a day": ("barrels per day", 0), "barrels daily": ("barrels per day", 0), "bpd": ("barrels per day", 0),
    "b/d": ("barrels per day", 0), "bbl/d": ("barrels per day", 0), "barrels": ("barrels", 0), "barrel": ("barrels", 0), "bbl": ("barrels", 0),
    "cubic metres": ("cubic metres", 0), "cubic meters": ("cubic metres", 0), "cubic metre": ("cubic metres", 0),
    "cubic meter": ("cubic metres", 0), "cu m": ("cubic metres", 0), "cu. m": ("cubic metres", 0), "cu. m.": ("cubic metres", 0),
    "m3": ("cubic metres", 0), "m³": ("cubic metres", 0), "bcm": ("cubic metres", 9), "mcm": ("cubic metres", 6), "tcm": ("cubic metres", 12),
    "cubic feet": ("cubic feet", 0), "bcf": ("cubic feet", 9), "kilowatt-hours": ("kilowatt-hours", 0), "kilowatt hours": ("kilowatt-hours", 0),
    "kilowatt-hour": ("kilowatt-hours", 0), "kwh": ("kilowatt-hours", 0), "kw/h": ("kilowatt-hours", 0), "mwh": ("kilowatt-hours", 3),
    "megawatt-hours": ("kilowatt-hours", 3), "megawatt hours": ("kilowatt-hours", 3), "gwh": ("kilowatt-hours", 6),
    "gigawatt-hours": ("kilowatt-hours", 6), "gigawatt hours": ("kilowatt-hours", 6), "twh": ("kilowatt-hours", 9),
    "terawatt-hours": ("kilowatt-hours", 9), "terawatt hours": ("kilowatt-hours", 9), "litres": ("litres", 0), "liters": ("litres", 0),
    "hectolitres": ("litres", 2), "hectoliters": ("litres", 2), "gallons": ("gallons", 0), "ounces": ("ounces", 0), "carats": ("carats", 0),
    "square metres": ("square metres", 0), "square meters": ("square metres", 0), "teu": ("TEU", 0), "head": ("head", 0), "bushels": ("bushels", 0),
    "bales": ("bales", 0), "units": ("units", 0), "pieces": ("pieces", 0), "pairs": ("pairs", 0), "bottles": ("bottles", 0),
    "containers": ("containers", 0),
}  # fmt: skip

SHORT = frozenset("N R P LE KD RO QR SR".split())  # signs of money only where a scale word follows
WORDLIKE = frozenset("real won sum crown pound rand buck lev kip lek dong lari som".split())  # money only after a scale word
TIMELESS = frozenset(("percent", "percentage points", "times"))
_CASED = {"t", "mt", "kt", "x", "m", "b", "k"}  # too short to be read in any case or after a space


def _pattern(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]+") for word in sorted(words, key=len, reverse=True))


_NOUNS = {f"{name}{ending}": name for name in _NAMES for ending in ("", "s")} | {
    "pounds sterling": "pound sterling",
    "manats": "manat",
    "pesos": "peso",
}
_ADJECTIVE_WORDS = sorted({adjective for _, adjective in _ADJECTIVES})
SCALE = rf"(?:{_pattern([word for word in SCALES if word not in _CASED])})\b\.?|(?<=\d)[mbkMBK](?![\w'’])"
SIGN = rf"(?:{'|'.join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True))}|\b(?:{'|'.join(CODES)}))"
_NAME = rf"(?:(?P<whose>(?i:{_pattern(_ADJECTIVE_WORDS)})|[A-Z][a-z]+|U\.?S\.?|american)\s+)?(?P<money>(?i:{_pattern(list(_NOUNS))}))\b"
_MEASURE = (
    rf"(?P<measure>{_pattern([word for word in _MEASURES if word not in _CASED])})(?!\w)|(?<=\d)(?P<short>[xt]|[Mk]t)(?!\w)"
    rf"|(?:(?<=[a-z] )|(?<=,\d\d\d ))(?P<metric>mts?)(?!\w)|(?<=\d )(?P<spaced>[Mk]t|t)(?![\w’'])"
)
UNIT = re.compile(
    rf"[\s\u00a0\u202f-]{{0,2}}(?:(?:of|in)\s+)?{_NAME}|[\s\u00a0\u202f-]{{0,2}}(?:(?P<code>{'|'.join(CODES)}|RMB)\b|(?P<sign>[€₽₸₺₴£¥$]))"
    rf"|[\s\u00a0\u202f]{{0,2}}-?(?i:{_MEASURE})"
)


def scale(word: str) -> Decimal:
    """The factor of a scale word ("bln" → 1000000000), 1 for none."""
    key = word.strip().strip("-").lower()
    power = SCALES.get(key, SCALES.get(key.rstrip("."), 0))
    return Decimal(10) ** power


def unit(match: re.Match[str]) -> tuple[str, Decimal]:
    """The unit that a match of `UNIT` prints (an ISO currency where there is one) and its own factor."""
    if match["money"]:
        return _currency(match["money"], match["whose"] or ""), Decimal(1)
    if match["code"] or match["sign"]:
        return sign(match["code"] or match["sign"]), Decimal(1)
    if match["metric"]:  # "4 million mt", "500,000 MT": metric tons; "5 Mt" is megatonnes
        return "tonnes", Decimal(1)
    word = re.sub(r"[\s-]+", " ", match["measure"] or match["short"] or match["spaced"]).strip().lower()
    name, power = _MEASURES.get(word) or _MEASURES.get(word.replace(" ", "-")) or _MEASURES[word.replace("-", " ")]
    return name, Decimal(10) ** power


def sign(printed: str) -> str:
    """The ISO code of a currency sign or code."""
    return SIGNS.get(printed, printed)


def _currency(noun: str, adjective: str) -> str:
    noun = re.sub(r"[\s-]+", " ", noun.lower())
    name = _NOUNS[noun]
    key = re.sub(r"\s+", " ", adjective.lower())
    return _ADJECTIVES.get((name, key)) or _NAMES[name]
