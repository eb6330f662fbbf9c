"""The closed word lists of this package: post words, portfolios, ranks, name particles, function words."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# ---- posts ----------------------------------------------------------------------------------------------------

HEADS = _words(
    "president minister secretary chancellor premier ambassador envoy representative commissioner chairman chairwoman chairperson chair "
    "director governor mayor king queen emir amir sultan prince princess pope patriarch cardinal catholicos mufti speaker spokesman "
    "spokeswoman spokesperson leader head chief adviser advisor aide assistant coordinator commander ceo negotiator consul attaché attache "
    "prosecutor ombudsman rapporteur sherpa undersecretary vice-president director-general secretary-general governor-general "
    "commander-in-chief physician lady gentleman administrator comptroller superintendent taoiseach pm chargé charge congressman "
    "congresswoman senator deputy lawmaker official officer manager hakim liaison judge akim emperor duke archbishop bishop minster rector "
    "mp mep attorney general-secretary "
    "principal co-chair co-chairman co-president counterpart executive under-secretary under-secretary-general spokesmen auditor treasurer "
    "councillor counsellor councilor fm metropolitan"
)  # "minster" is a frequent misprint of "minister"
PLURALS = {
    **{f"{head}s": head for head in HEADS if not head.endswith(("man", "men", "y", "pm"))},
    "secretaries": "secretary", "deputies": "deputy", "spokesmen": "spokesman", "spokeswomen": "spokeswoman", "chairmen": "chairman",
    "secretaries-general": "secretary-general", "directors-general": "director-general", "congressmen": "congressman", "pms": "pm",
    "undersecretaries": "undersecretary", "ladies": "lady",
}  # fmt: skip
# these words are posts only where a name stands beside them
WEAK = _words(
    "leader head chief aide assistant director officer official manager physician lady gentleman deputy member principal delegate liaison "
    "judge lawmaker executive counterpart chair administrator coordinator representative general charge commander negotiator prince princess "
    "duke minster mp mep attorney"
)
GIVEN = _words("amir emir king sultan duke judge pope bishop queen senator minster patriarch deputy")  # post words that are names too
SUFFIXES = _words("delegate general elect designate designates plenipotentiary emeritus d’affaires d'affaires")
MODIFIERS = _words(
    "deputy first vice prime foreign federal national chief senior special permanent high general assistant principal associate state crown "
    "finance defence defense interior economic economy energy trade oil culture sports health healthcare education justice agriculture "
    "labour labor transport environment press presidential executive managing joint under home second third parliamentary plenipotentiary "
    "political military middle east attorney regional legal security external internal personal top opposition rebel party union government "
    "cabinet ministry house senate duma parliament commission central council consul board information communications industry commerce "
    "development planning technology tourism water irrigation science youth women social welfare nuclear climate public private honorary "
    "extraordinary standing coordinating commissioner bank policy affairs business chairman secretary director prosecutor"
)
# words of portfolios and bodies that open or fill the complement of a post: "Minister of Labour and Social Protection"
PORTFOLIO = MODIFIERS | _words(
    "law strategies industries works expatriate expatriates minerals metals endowments devolution resilience livelihoods "
    "partnerships values transparency cohesion crisis management people mission financial reconciliation growth entrepreneurs industrialists "
    "employers journalists writers manufacturers producers exporters democracy accord hemisphere democratic republican majority minority "
    "extraordinary triangle liaison society islander oversight expo pavilion diplomacy partnership affairs cooperation investment "
    "investments protection industry digital innovation innovations aerospace emergencies emergency situations ecology natural resources "
    "mines mining petroleum gas power infrastructure infrastructural housing construction utilities sport tourism higher labor employment "
    "family children pensions treasury exchequer staff armed forces defense budget revenue customs tax taxation border borders migration "
    "immigration religious minorities integration unification reform local regional rural agrarian food fisheries forestry forest forests "
    "lands land water railways roads aviation civil maritime shipping telecommunications media mass antimonopoly competition consumer "
    "welfare sanitary epidemiological medical medical-biological biological supervision control drugs drug human rights humanitarian arts "
    "research academic academy sciences knowledge cyber cybersecurity homeland strategic strategy intelligence foreign-trade euro-atlantic "
    "european neighbourhood enlargement world international global bilateral multilateral economics monetary commonwealth north south west "
    "northern southern eastern western african asian american pacific far federal district districts territories region area province "
    "republic city town capital municipal main operations directorate service services agency office department ministry ministries "
    "commission committee council secretariat assembly congress parliament house senate chamber lower upper duma board bureau administration "
    "authority executive bank fund foundation company corporation centre center institute university school hospital museum theatre theater "
    "union federation association organisation organization party movement group alliance court supreme constitutional general chief "
    "ministers government nations security peace relations arms disarmament nonproliferation proliferation counterterrorism terrorism "
    "narcotics crime trade-union trade unions gender equality issues refugees diaspora compatriots communities indigenous veterans elections "
    "electoral presidential prime central political policy plan planning rocket missile artillery troops navy naval air force army guard "
    "guards police fleet marine corps joint markets market property privatisation privatization statistics standards nuclear atomic energy "
    "agriculture livestock handicrafts heritage language languages information communication communications press public state states labour "
    "social development commerce science education health healthcare culture youth justice interior finance economy economic transport "
    "transportation environment environmental climate conservation change"
)
# complements whose noun names a body with an identity of its own; a state's own service or council stays part of the post
BODIES = _words(
    "bank fund foundation company corporation centre center institute university school hospital museum theatre theater union federation "
    "association organisation organization party movement society group alliance army front league academy club church congregation plc inc "
    "ltd llc holding airlines airways network coalition"
)
BEFORE = {
    "former": "former", "ex": "former", "late": "former", "ousted": "former", "deposed": "former", "then": "former", "outgoing": "current",
    "departing": "current", "acting": "acting", "interim": "acting", "caretaker": "acting", "incoming": "designate", "designated": "designate",
    "future": "designate", "elected": "current", "appointed": "current", "newly": "current", "new": "current", "newly-appointed": "current",
    "newly-elected": "current", "recently": "current", "freshly": "current", "newly-installed": "current", "current": "current",
    "incumbent": "current", "visiting": "current", "longtime": "current", "then-": "former",
    "previous": "former", "one-time": "former", "onetime": "former", "veteran": "current", "populist": "current", "leftist": "current",
    "re-elected": "current", "reelected": "current", "embattled": "current", "ailing": "current", "hardline": "current", "moderate": "current",
    "conservative": "current", "socialist": "current", "present": "current", "respective": "current", "nominated": "designate", "two": "current",
    "three": "current", "non-resident": "current", "concurrent": "current",
}  # fmt: skip

# ---- names ----------------------------------------------------------------------------------------------------

HONORIFICS = _words(
    "mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor sir dame lord lady messrs messrs. madam madame mme monsieur señor senor "
    "shri smt engr. mullah maulana alhaji hajia honourable honorable hon ratu barrister cs"
)
RANKS = _words(
    "general admiral colonel major lieutenant captain marshal brigadier commodore sheikh sheik shaikh shaykh h.e. h.h. hh h.r.h. hrh h.m. hm "
    "he gen. lt. col. adm. maj. capt. brig. sen. rep. gov. amb. hon. hon rt rt. samdech techo "
    "lt gen maj col brig rear sayyid "
    "rev. ayatollah grand imam father monsignor archimandrite hazrat hajji "
    "haji tun datuk dato seri tan"
)
EXCELLENCY = _words("hon rt rt. excellency majesty highness holiness eminence honour honor honourable honorable royal beatitude grace")
PARTICLES = _words(
    "al el bin ibn ben bint binti van von der den de del della di da do dos das du la le ter ten af av zu y e ag ould oglu ogly oghlu qizi kyzy"
)
SYLLABLES = _words("to do so no an")  # given names that are English function words too
GENERATIONS = _words("jr jr. sr sr. ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii")
FEMALE = _words("mrs mrs. ms ms. miss dame madam madame mme queen princess lady chairwoman spokeswoman congresswoman empress")
MALE = _words("mr mr. sir lord king prince pope emir amir sultan chairman spokesman congressman sheikh patriarch cardinal messrs messrs. gentleman")

# ---- function words -------------------------------------------------------------------------------------------

CALENDAR = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december spring summer autumn winter today yesterday tomorrow"
)
FUNCTION = _words(
    "a an the this that these those some any all both each every either neither no not nor and or but if as at by for from in into of on "
    "onto over to under up with within without about above across after against along among around before behind below beneath beside "
    "between beyond despite down during except inside like near off out outside past per since through throughout till toward towards until "
    "upon via while when where which who whom whose why how what because although though unless whether so than then there here thus hence "
    "he she it they we you i his her its their our my your him them us me himself herself itself themselves is are was were be been being am "
    "has have had having do does did will would shall should can could may might must also however meanwhile moreover furthermore earlier "
    "later now today yesterday tomorrow still yet even just only once again another other such many most more much few several one two three "
    "four five six seven eight nine ten first last next new same own very too according following including regarding concerning speaking "
    "asked answering commenting welcoming receiving greeting meeting hosting addressing congratulating praising thanking quoting citing joining "
    "accompanying praised quoted cited said says dear mr mrs ms dr"
)

# ---- affiliations ---------------------------------------------------------------------------------------------

# head nouns of bodies that belong to a state: they stay part of the post
GOVERNMENTAL = _words(
    "ministry department government parliament embassy consulate cabinet administration senate duma congress assembly court treasury "
    "secretariat directorate service agency commission committee council office bureau delegation mission rada mazhilis majlis knesset "
    "bundestag command inspectorate presidency chancellery authority house staff board forces army navy police troops chamber majilis"
)
# words that name occasions and things, never persons
THINGS = _words(
    "travel trip visit visits meets meeting call calls statement readout remarks arrives speaks holds attends discusses receives says signs "
    "welcomes hosts addresses summit forum conference congress talks dialogue news agency day week year treaty agreement declaration "
    "departure arrival engagement phone telephone conversation interview briefing availability speech message greetings condolences signing "
    "ceremony reception protocol award prize house palace square street airport programme program project initiative festival olympics games cup war"
)
ACRONYMS = frozenset(["NSC", "MFA", "MOFA", "MOD"])  # bodies that many states have, by their letters
