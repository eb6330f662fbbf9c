"""Terms of trade news: nouns and verbs of flows, words of direction, of targets, and of what is no trade."""

from __future__ import annotations

import re

from kg.claims.trade.scenes import A, D, P

_W = r"[^\W_" + P + D + A + r"][\w-]*"
_KINDS = (
    r"(?:(?:foreign|external|overall|total|bilateral|mutual|two-way|reciprocal|merchandise|commodity|goods|cross-border|direct|gross|net"
    r"|accumulated|inward|outward|agricultural|food"
    r"|annual|combined)\s+)*"
)
_NOT_TRADE_NEXT = (
    r"(?!\s*(?:-|ministr|minister|union|deal|agreement|route|corridor|war|talks|polic|relation|ties|cooperation|partner|partnership|mission"
    r"|commission|represent|organi[sz]ation|cent(?:re|er)"
    r"|house|facilitation|barrier|restriction|sanction|dispute|fair|show|committee|delegation|department|secretary|envoy|office|officials?"
    r"|and\s+(?:economic|investment|industr|tourism)"
    r"|promotion|regime|rules|practices|secretar|zone|hub|links|chamber|association|preferences?|fund|mark|names?|adviser|attach|body|bloc"
    r"|pact|treaty|negotiat|summit|forum|week))"
)
_FLOWS: tuple[tuple[str, str], ...] = (
    ("balance", r"(?:(?:foreign\s+)?trade\s+balance|(?:negative|positive)\s+(?:\w+\s+)?balance|balance\s+of\s+(?:foreign\s+)?trade"
                r"|balance)(?:\s+in\s+(?:\w+\s+){0,2}trade)?\b(?!\s+(?:sheet|of\s+payments))"),
    ("surplus", r"(?:(?:foreign\s+|goods\s+)?trade\s+surplus(?:es)?|surplus)(?:\s+in\s+(?:\w+\s+){0,2}trade)?\b"),
    ("deficit", r"(?:(?:foreign\s+|goods\s+)?trade\s+(?:deficits?|gaps?|imbalances?|shortfalls?)"
                r"|(?:shortfall|gap|imbalance)(?=\s+in\s+(?:\w+\s+){0,2}trade\b)|deficit)(?:\s+in\s+(?:\w+\s+){0,2}trade)?\b"),
    (
        "investment",
        r"(?:(?:\w+\s+)?(?:inflows?|stock|volume|flow)\s+of\s+)?" + _KINDS + r"(?:investments?|FDI|ODI)(?:\s+(?:inflows?|flows?|stock|volume))?\b"
        r"(?!\s+(?:projects?|agreements?|funds?|forum|bank|compan|committee|climate|cooperation|portfolios?|program|plans?|treat|contracts?"
        r"|relations|potential|deals?|guarantee|protection|in\s+fixed))",
    ),
    ("buyers", r"(?:export\s+(?:markets?|destinations?)\b|(?:buyers?|importers?|purchasers?|destinations?|consumers?|customers?)"
               r"\s+(?=of\b|for\b(?!\s+(?:[\w-]+\s+){0,3}(?:invest|FDI|touris))))"),
    ("investors", r"(?:(?:biggest|largest|main|top|major|leading|key|foreign|principal)\s+)+investors?\b"
                  r"|(?<=among )(?:the\s+)?(?:foreign\s+)?investors?\b"),
    ("suppliers", r"(?:suppliers?|exporters?)\s+(?=of\b|to\b|were\b|are\b)"),
    ("traded", r"(?:(?:was|were|been)\s+traded|(?:traded|exchanged)\s+(?:goods|products|commodities|merchandise)"
               r"|(?:goods|products|commodities)\s+(?:exchanged|traded)(?=\s+(?:by|between)\b)|(?:did|doing|do|done)\s+business(?=\s+worth\b)"
                r"|traded(?=\s+(?:\w+\s+){0,3}?" + A + r"))\b"),
    ("ties", r"trade(?:\s+and\s+economic)?\s+(?:ties|links|cooperation|relations)\b(?=[^.;]{0,60}\b(?:worth|amount(?:s|ed)|reach(?:es|ed)"
             r"|valued|totall?(?:s|ed)|stood))"),
    ("partners", r"(?:trad(?:e|ing)|economic)\s+partners?\b"),
    ("both", r"(?:imports?|exports?)\s*(?:and|-|–|/)\s*(?:imports?|exports?)\s+(?:turnover|volumes?|values?|revenues?|trade)\b"),
    ("re-exports", r"re-exports?(?:\s+volumes?)?\b"),
    ("exports", r"(?:exports?(?:\s+(?:volumes?|value|revenues?|earnings|sales|shipments|supplies|deliveries|receipts|turnover))?|deliveries"
                r"|supplies|shipments|sales|(?:gas|oil|crude|power|grain|electricity)\s+flows)\b(?!\s+(?:dut|tariff|ban|control|licen|tax"
                r"|market|potential|orient|capacit|credit|opportunit|promot|agenc|council|bank|corporation|permit|route|infrastructure|polic"
                r"|restriction|quota|price))"),
    ("imports", r"(?:imports?(?:\s+(?:volumes?|value|bill|costs|supplies|deliveries))?|purchases)\b(?!\s+(?:dut|tariff|ban|control|licen|tax"
                r"|substitut))"),
    (
        "turnover",
        _KINDS + r"(?:(?:trade|commodity|goods|commercial|trade\s+and\s+economic|foreign-trade)\s+(?:turnover|exchanges?|circulation)"
                 r"|exchange\s+of\s+(?:goods|commodities)|flows?\s+of\s+(?:goods|trade)|volumes?\s+of\s+(?:\w+\s+)?(?:trade(?:\s+turnover)?"
                 r"|turnover)|turnover|commerce"
        r"|trade(?:\s+(?:volumes?|values?|flows?|figures?|indicators?))?)\b" + _NOT_TRADE_NEXT,
    ),
)  # fmt: skip
FLOW = re.compile("|".join(f"(?P<{name.replace('-', '_')}>\\b{pattern})" for name, pattern in _FLOWS), re.IGNORECASE)
# words that make the noun before them, or after them, something else than a flow between states
NOT_BEFORE = {
    "turnover": re.compile(
        r"\b(?:(?:gross|earn|fetch|nett?)ing\s+an?(?:\s+total)?|retail|wholesale|exchange\s+trading|company['’]?s?|stock|exchange|freight|cargo|passenger|transit|staff|household|free|fair|drug|arms-control"
        r"|slave|ministry\s+of|minister\s+of"
        r"|department\s+of|world|port|housing|car|ticket|home|asset|domestic|inland|exchange-traded|personnel|voter)\s+$",
        re.IGNORECASE,
    ),
    "balance": re.compile(
        r"\b(?:budget(?:ary)?|fiscal|account|payments|federal|government|energy|power|water|housing|staff|labou?r|trust|skills|democratic|fuel"
        r"|gender|military|strategic)\s+$",
        re.IGNORECASE,
    ),
    "investment": re.compile(
        r"\b(?:capital|fixed-capital|domestic|public|budget|state\s+budget|own|project|total\s+project"
        r"|regional)\s+$",
        re.IGNORECASE,
    ),
    "exports": re.compile(
        r"\b(?:duty|duties|tariffs?|ban|quotas?|tax|taxes|embargo|restrictions|levy|limits?)\s+on\s+(?:[\w-]+\s+){0,2}$|\b(?:regional|global"
        r"|world)\s+$",
        re.IGNORECASE,
    ),
}
NOT_BEFORE |= {"surplus": NOT_BEFORE["balance"], "deficit": NOT_BEFORE["balance"], "imports": NOT_BEFORE["exports"]}
CUE = re.compile(
    r"trade|trading|turnover|export|import|surplus|deficit|balance|invest|\b[FO]DI\b|commerc|deliver|suppl|\bship|\bpurchas|\bsold|\bsell|bought"
    r"|\bbuy|\bsales|receiv|commodity"
    r"|circulation|exchange|sourc|procur|pour|inject|plough|plowed|channel|\bput\b|\btook|takes|absorb|\bearn|pump|\bpiped|\bsent\b|\bsends?\b|\bspen[dt]|business|acquired|ordered|brought\s+in|came\s+to\b|arrived|\bmarket"
    r"|transported|dispatched|railed|partner"
    r"|destination|customer|consumer|\bflows|\bgoods",
    re.IGNORECASE,
)

HEDGE = (
    r"(?:(?:about|around|roughly|approximately|some|nearly|almost|over|more\s+than|less\s+than|just|close\s+to|at\s+least|under|up|an?"
    r"|the|as\s+much\s+as|slightly|well|only)\s+)*"
)

_SUM = rf"(?=\s+{HEDGE}{A})"  # "Malta imports A of gas": a verb
EXPORT_VERB = (
    rf"(?:re-?)?export(?:ed|ing|s{_SUM})?|sold|sells?|selling|suppl(?:ied|ies|y|ying)|ship(?:ped|s|ping)?|deliver(?:ed|s|ing)?|dispatched"
    r"|pump(?:ed|s|ing)?|piped|sends?|sent|sending|transport(?:ed|s)|railed|earned|earns?|market(?:ed|s)|offloaded"
)
IMPORT_VERB = (
    rf"import(?:ed|ing|s{_SUM})?|bought|buys?|buying|purchas(?:ed|es?|ing)|received|receives?|sourc(?:ed|es?|ing)|procur(?:ed|es)"
    r"|took|takes|absorbed|spent|spends?|ordered|acquired"
    r"|brought|came|arrived"
)
INVEST_VERB = r"invest(?:ed|s|ing)?|poured|injected|plough?ed|channell?ed|put"
VERB = re.compile(rf"\b(?:(?P<exports>{EXPORT_VERB})|(?P<imports>{IMPORT_VERB})|(?P<investment>{INVEST_VERB}))\b", re.IGNORECASE)

_UP = (
    r"increas\w*|rose|ris(?:e[sn]?|ing)|gr[eo]w(?:n|s|th|ing)?|up|upturn|upswing|jump\w*|soar\w*|surg\w*|climb\w*|gain(?:ed|s|ing)?|add(?:ed|s"
    r"|ing)|expan(?:d|s)\w*|higher|more|greater"
    r"|larger|bigger|wider|stronger|above|improv\w*|widen\w*|swell\w*|swollen|advanc\w*|skyrocket\w*|rocket\w*|boost\w*|strengthen\w*|balloon\w*|leap\w*"
    r"|leapt|spik\w*|hik(?:e|ed)|upsurge|upticks?|rais(?:ed|ing|e)"
    r"|accelerat\w*|doubl\w+|tripl\w+|quadrupl\w+|exceed\w*|rebound\w*|recover\w*|plus|multipl\w+|mounted|lifted|upswing"
)
_DOWN = (
    r"decreas\w*|fell|fall(?:s|en|ing)?|declin\w*|drop\w*|shr[aiu]nk\w*|down|downturn|cut(?:s|ting)?|contract(?:ed|ion|ing)|reduc\w*|slump\w*"
    r"|plung\w*|plummet\w*|dip(?:ped|s|ping)?|tumbl\w*|slid|slide[sd]?"
    r"|less|lower|below|narrow\w*|halv\w*|fewer|smaller|narrower|weaker|loss|lost|losing|sank|sunk|eas(?:ed|ing)|collaps\w*|diminish\w*|slip\w*|retreat\w*"
    r"|weaken\w*|shed|minus|sagg\w+|trim\w*|lag\w*|behind|crash\w*|slash\w*|short|decelerat\w+|dwindl\w+|nosediv\w+|tanked|tapered|ebbed|sapped|waned|sinking|sliding|lagg\w+"
)
DIRECTION = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
MOVE = re.compile(
    r"\b(?:increas\w*|rose|ris(?:e[sn]?|ing)|gr[eo]w(?:n|s|th|ing)?|(?<!made )(?<!make )(?<!makes )(?<!making )up|jump\w*|soar\w*|surg\w*"
    r"|climb\w*|gain\w*|add(?:ed|ing)|expan\w*"
    r"|improv\w*|widen\w*|decreas\w*|fell|fall\w*|declin\w*|drop\w*"
    r"|shr[aiu]nk\w*|down|cut|contracted|reduc\w*|slump\w*|plung\w*|plummet\w*|dip\w*|tumbl\w*|slid|narrow\w*|eased|collaps\w*|diminish\w*"
    r"|slip\w*|shed|sank|leap\w*|swell\w*|exceed\w*|short|lost|boost\w*"
    r"|upturn|downturn|rebound\w*|spik\w*|skyrocket\w*|rocket\w*|advanc(?:ed|ing)|retreat\w*|sagg\w+|weaken\w*|strengthen\w*|balloon\w*"
    r"|crash\w*|slash\w*|trimm\w+|recover(?:ed|ing)|multiplied|plus|minus|hiked|upsurge|upticks?|upswing|sunk|sinking|sliding|swollen|leapt|raised"
    r"|inched|accelerat\w+|decelerat\w+|dwindl\w+|nosediv\w+|tanked|tapered|ebbed|sapped|waned|mounted|contraction|lagg\w+|losing|lifted)\b",
    re.IGNORECASE,
)
NEGATED = re.compile(r"\b(?:not|never|n['’]t|no)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)

TARGET = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|intend\w*|inten(?:t|tion)\w*|wants?|aims?|aiming|aimed|hop(?:es?|ing|ed)|seek\w*|pledg\w*|vow\w*|goal|goals"
    r"|target\w*|objective|task|ambition|ambitious|bar\s+of|bring|(?<!,\s)bringing"
    r"|will|shall|would|could|can|(?-i:may)|might|should|is\s+to|are\s+to|is\s+(?:likely|set|due)\s+to|expect\w*|project(?:s|ed)|forecast\w*"
    r"|potential|prospects?|agreed\s+to|commitment\s+to|readiness\s+to|propos\w*|strive|committed\s+to|ready\s+to|to\s+(?:increase|raise|boost|double|expand"
    r"|triple|bring|reach|grow|achieve|hit|exceed|take|push|reduce|cut|halve|be\s+\w+ed)"
    r"|(?<!began )(?<!continued )(?<!continues )(?<!continue )(?<!managed )(?<!able )(?<!started )to\s+(?:import|export|buy|sell|supply|ship|deliver"
    r"|invest|purchase|send|procure))\b",
    re.IGNORECASE,
)
PAST = re.compile(
    r"\b(?:was|were|had|amounted|reached|totall?ed|stood|came|made|hit|exceeded|rose|fell|grew|has|have|increased|decreased)\b", re.IGNORECASE
)

# Things with amounts that are no flow of trade, where they stand between the flow and the amount, or around the amount.
_OTHER = (
    r"GDP|gross\s+domestic|tariffs?|dut(?:y|ies)|quotas?|contracts?|loans?|credits?|grants?|aid|assistance|fixed\s+(?:capital|assets)"
    r"|sanctions?|budget|debts?|reserves|remittances|tourists?|tourism"
    r"|harvest|(?<!-)production|output|transit|freight|capitali[sz]ation|shares|stakes?|prices?|fines?|tax(?:es)?|inflation|killed|injured"
    r"|salar\w+|wages|pensions?|subsid\w+|compensation|bail-?out|rent|fees?"
    r"|tenders?|projects?|memorandum\w*|documents|agreements|deals?|employees|population|passengers|credit\s+line|financing|financed|finance"
    r"|funding|bonds?"
    rf"|cost(?!\s+(?:the\s+)?(?:{P}|it\b|them\b))|military|weapons|arms"
)
OTHER = re.compile(rf"\b(?:{_OTHER})\b", re.IGNORECASE)
OTHER_AFTER = re.compile(
    rf"\s*(?:-\w+\s+)?(?:(?:worth\s+)?of\s+|in\s+)?(?:{P}+\s+)?(?:\w+\s+){{0,2}}?(?:(?:in|of)\s+(?:\w+\s+){{0,2}})?(?:{_OTHER}|plants?"
    rf"|factor(?:y|ies)|pipelines?"
    r"|railway|compact|package|programme?|initiative|facility|fund|mechanism)\b",
    re.IGNORECASE,
)
SHARE = re.compile(
    r"\b(?:share|shares|accounts?\s+for|accounted\s+for|accounting\s+for|mak(?:es|ing)\s+up|made\s+up|represent(?:s|ed|ing)?|constitut\w+"
    r"|comprise[sd]?)\b",
    re.IGNORECASE,
)
LEVEL = re.compile(
    rf"\s*of\s+(?:its\s+|the\s+|their\s+)?{D}+(?:['’]s?)?\s+(?:level|figure|volume|value|result)s?\b|"
    r"\s*(?:of|from|compared\s+(?:to|with)|to|against)\s+(?:the\s+)?(?:level|figures?|volume|value|same\s+level|amount)\b|\s+of\s+(?:what|that"
    r"|those|the\s+one)\b",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:compared\s+(?:to|with)|in\s+comparison\s+(?:to|with)|by\s+comparison\s+with|as\s+against|against|versus|vs\.?|than|over"
    r"|relative\s+to|from|on|as\s+compared\s+to|below|above|as\s+in|the\s+level\s+of|up\s+on"
    r"|as\s+much\s+as|of\s+(?:its|the|their)|to)\s+(?:[\w'’]+\s+){0,6}?$",
    re.IGNORECASE,
)
YEARLY = re.compile(
    r"\b(?:year[-\s]on[-\s]year|y-?o-?y|y/y|yoy|on\s+(?:a\s+)?(?:yearly|annual|an\s+annual)\s+basis|year[-\s]over[-\s]year"
    r"|on\s+an\s+annual\s+basis|annually|in\s+annual\s+terms|on\s+the\s+year|on[-\s]year)(?!\w)",
    re.IGNORECASE,
)
QUARTERLY = re.compile(r"\b(?:quarter[-\s]on[-\s]quarter|q/q|qoq|quarter[-\s]over[-\s]quarter|on\s+the\s+quarter)(?!\w)", re.IGNORECASE)
MONTHLY = re.compile(
    r"\b(?:month[-\s]on[-\s]month|m/m|mom|month[-\s]over[-\s]month|on\s+the\s+month|on\s+a\s+(?:monthly|sequential)\s+basis)(?!\w)", re.IGNORECASE
)

CURRENT = re.compile(r"\b(?:this|current)\b", re.IGNORECASE)
FISCAL = re.compile(r"\bFY\b|\bfiscal\b|\bfinancial\s+year\b", re.IGNORECASE)
