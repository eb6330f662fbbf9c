"""Wordings: the words that lead to what was talked about, and the words where it ends."""

from __future__ import annotations

import re

_NOUN = (
    r"(?:meetings?|[Tt]alks|[Nn]egotiations|consultations|discussions?|conversations?|dialogue|conference|calls?|summit|session|sides?|agenda|exchange|"
    r"round of talks|"
    r"exchanges?|debate|briefing|forum)"
)
_SURE = (
    r"discuss(?:ed|es|ing)?|touch(?:ed|es|ing)?\s+(?:up)?on|(?:talk|talks|talked|talking|spoke|speak|speaks|"
    r"speaking)(?:\s+with\s+[^,.;]{3,60}?)?\s+about|"
    r"exchang(?:ed|e|ing)\s+(?:views|opinions|information|assessments|notes|ideas)\s+(?:on|about|over|regarding|concerning)|"
    r"(?:[Vv]iews|[Oo]pinions)\s+were\s+(?:also\s+)?exchanged\s+(?:on|about|over|regarding)|"
    r"exchange\s+of\s+(?:views|opinions|information)\s+(?:(?:also\s+)?took\s+place\s+|was\s+(?:also\s+)?held\s+)?(?:on|about|over|regarding|concerning)|"
    r"(?:conferred|deliberated|confer|deliberate)\s+(?:up)?on|took\s+stock\s+of|take\s+stock\s+of|mull(?:s|ed)?|debated|"
    r"consult(?:ed|ing)?(?:\s+with\s+[^,.;]{3,40}?)?\s+on|dwel(?:t|led|l)\s+(?:up)?on|[“\"]?compared?\s+(?:the\s+)?notes[”\"]?\s+on|shared\s+(?:their\s+perspectives|views|opinions|"
    r"their\s+views)\s+on|"
    r"had\s+(?:an?\s+)?(?:[\w-]+\s+){0,4}(?:discussion|exchange|engagement|conversation)s?\s+(?:on|about)|follow\s+up\s+on|"
    r"raised|drew\s+attention\s+to|discussions?\s+of|spoke\s+in\s+favou?r\s+of|continued?\s+(?:to\s+exchange\s+opinions|"
    r"their\s+exchange\s+of\s+views)\s+(?:on|in\s+connection\s+with)"
)
_LIKELY = (
    r"consider(?:ed|s|ing)?|review(?:ed|s|ing)?|address(?:ed|es|ing)?|examin(?:ed|es|e|ing)|explor(?:ed|es|e|ing)|analy[sz](?:ed|es|e|ing)|"
    r"cover(?:ed|s|ing)?|concern(?:ed|s)|deal(?:t|s)?\s+with|outlined|focus(?:ed|es|ing)?(?:\s+\w+ly)?\s+on|cent(?:er|re)(?:ed|s|d)?\s+on|"
    r"talked\s+of|shared\s+(?:his|her|their)\s+(?:opinions?|views|thoughts|assessments?)\s+(?:of|about)|"
    r"(?:cent(?:er|re)(?:s|d)?|revolv(?:es?|ed))\s+around|look(?:ed)?\s+(?:at|into)(?=\s+(?:the\s+)?(?:ways|prospects|possibilities|opportunities|issues|options|how|state|progress)\b)|(?:voiced|presented|expressed)\s+their\s+(?:views|positions|opinions)\s+on|"
    r"coordinate\s+on|consulted\s+on|took\s+up|set\s+out|paid\s+(?:special|particular|close|considerable|significant|much)?\s*attention\s+to"
)
_BRIEF = (
    r"(?:was|were)\s+(?:briefed|updated|informed)\s+(?:on|about)|"
    r"(?:briefed|informed|updated|told)\s+[^,.;]{3,70}?\s+(?:on|about)|report(?:ed)?\s+on|(?:heard|presented|gave|delivered)\s+(?:a|"
    r"the)\s+report\s+on|listened\s+to\s+(?:a\s+)?reports?\s+on|provid(?:ed|ing)\s+an\s+update\s+on"
)
_AMONG = (
    r"(?:\s*,?\s*(?:among\s+other(?:s|\s+(?:things|issues|topics|matters|subjects))|in\s+particular)\s*,?|"
    r"\s+(?:over|by)\s+(?:the\s+)?(?:tele)?phone|\s+in\s+detail|\s+together|\s+jointly|\s+at\s+length|\s+extensively)?"
)
ACTIVE = re.compile(rf"\b(?P<sure>{_SURE}){_AMONG}\s+|\b(?P<likely>{_LIKELY}){_AMONG}\s*(?<=\s)|\b(?P<brief>{_BRIEF})\s+")
PURPOSE = re.compile(
    r"(?:with\s+(?:a\s+view\s+to|the\s+aim\s+of)|aimed\s+at)\s+(?:strengthening|boosting|expanding|deepening|enhancing|promoting|developing|advancing|improving|furthering)\s+|"
    r"(?<=\s)to\s+(?:reinforce|deepen|strengthen|confirm|advance|further|promote|express\s+(?:appreciation|support|gratitude)\s+for|"
    r"coordinate(?:\s+on)?|enhance|highlight|assess|explore|"
    r"expand|push\s+for|press\s+for|develop|resolve|negotiate|prepare|plan|lobby\s+for|seek|study|inspect|set\s+the\s+agenda\s+for)\s+"
)
NOMINAL = re.compile(
    rf"\b{_NOUN}\s+(?:(?:with|between|in|at|led|of)\s+[^,.;]{{3,80}}?\s+)?(?:(?:which|that)\s+(?:was|were)\s+)?(?:covering|on|about|regarding|concerning|over|aimed\s+at|dealing\s+with|dedicated\s+to|devoted\s+to)\s+"
)
_NAME = (  # "Kashmir border talks", not "On Monday trade talks", "New trade talks"
    r"(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|The|New|But|And|In|On|After|Before|During|Last|Next|Both|Further|More|Most|Some)\b)[A-Z][\w-]+\s+"
)
MODIFIER = re.compile(
    rf"\b(?P<topic>(?:{_NAME}|[Ff]ree[\s-]|nuclear\s+)?(?:trade|accession|membership|border|nuclear|gas|energy|water|security|climate|tariff|visa|disarmament|fisheries|"
    r"arms[\s-]control))\s+(?:talks|negotiations|consultations)\b"
)
PASSIVE = re.compile(
    r"\s+(?:was|were|is|are|has\s+been|have\s+been|will\s+be)\s+(?:also\s+|then\s+|thoroughly\s+|all\s+)?(?:discussed|addressed|considered|"
    r"touched\s+(?:up)?on|raised|reviewed|examined|"
    r"analysed|covered|(?:high\s+|prominently\s+)?on\s+the\s+agenda|(?:at|in)\s+the\s+(?:cent(?:re|er)|heart|core|top)\s+of\s+(?:the\s+(?:agenda|talks|meeting|"
    r"discussions?|conversation|negotiations)|attention)|in\s+focus|emphasised|explored|under\s+discussion|underscored|(?:also\s+)?on\s+the\s+table|in\s+the\s+(?:focus|spotlight)|"
    r"among\s+the\s+(?:main\s+|key\s+)?(?:topics|issues|subjects|matters|items)|(?:one|some)\s+of\s+the\s+(?:main\s+|key\s+)?(?:topics|issues|subjects)|the\s+(?:focus|main\s+(?:topic|theme|"
    r"subject))\s+of)\b|\s+(?:gained|received|was\s+given|were\s+given)\s+(?:a\s+)?(?:special|particular)\s+(?:focus|attention)|"
    r"\s+(?:also\s+)?(?:topped\s+the\s+agenda|dominated\s+the\s+(?:agenda|talks|meeting|discussions?|conversation)|(?:figured|featured)\s+(?:prominently\s+|high\s+)?(?:in|on|among)\s+the|"
    r"came\s+(?:up\s+(?:for|in)|under)\s+(?:the\s+)?discussions?)\b"
)
ATTENTION = re.compile(
    r"(?:attention|emphasis|focus)\s+(?:was|were|is|will\s+be)\s+(?:also\s+)?(?:(?:paid|given|devoted|placed|made|drawn|put)\s+)?(?:to|on)\s+|"
    r"(?:main|central|key|principal)?\s*(?:theme|topic|subject|item|focus)s?\s+(?:of\s+[^,.;]{3,50}?\s+)?(?:was|were|is|will\s+be|included?)\s+|"
    r"(?:topics|issues|matters|subjects|items)\s+(?:discussed|considered|addressed|raised|under\s+discussion|on\s+the\s+(?:table|agenda))\s+(?:[^,.;]{0,40}?\s+)?(?:included?|were|are)\s+|"
    r"(?:also\s+)?(?:discussed|considered|on\s+the\s+agenda|on\s+the\s+table)\s+(?:at\s+[^,.;]{3,30}?\s+)?(?:were|was|are|is)\s+|on\s+the\s+agenda:\s+|"
    r"(?:conversation|talks|discussions?)\s+(?:also\s+)?turned\s+to\s+|(?:meeting|talks|conversation|session|discussions?)\s+(?:was|were|is|are|will\s+be)\s+(?:also\s+)?(?:(?:devoted|dedicated)\s+to|(?:focused|cent(?:er|r)ed)\s+on)\s+|"
    r"(?:purpose|aim|goal)\s+of\s+(?:the|this|his|her|their)\s+(?:[\w-]+\s+)?(?:visit|meeting|talks|trip)\s+(?:[^,.;]{0,60}?\s+)?(?:was|is)\s+to\s+(?:discuss\s+|\w+\s+(?=ways|cooperation|the|bilateral))|"
    r"centrepiece\s+of\s+[^,.;]{3,50}?\s+was\s+|"
    r"agenda\s+(?:[^,.;]{0,40}?\s+)?(?:focused\s+on|includes|included|was)\s+|(?:conversation|discussion|talks|"
    r"meeting)\s+(?:also\s+)?included\s+(?:a\s+(?:[\w-]+\s+){0,2}exchange\s+(?:of\s+views\s+)?on\s+)?",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\s*,?\s*(?:on|about|regarding|concerning|over|covering|focused on|dedicated to)\s+"
    r"(?!(?:(?!of\b|for\b)[\w-]+\s+){0,5}"
    r"(?:visit|flight|plane|aircraft)\b|(?:the|a)\s+"
    r"(?:(?:high|top)(?:est)?\s+level|sidelines?|margins|"
    r"invitation|night|eve|morning|evening|afternoon|initiative|[\w-]*\s?side|[\w-]*\s?visit|occasion)\b)"
)
STOP = re.compile(
    r"\s[–—]\s|(?<!that)(?<!which)\s(?:was|were|is|are|will|would|has|have|had|took|takes)\s|(?:,|\s)\s*(?:which|who|where|whose|while|when|because|"
    r"although|whereas|adding|"
    r"noting|stressing|underscoring|expressing|saying|building\s+(?:on|off)|reaffirming|underlining|"
    r"emphasi[sz]ing|highlighting|recalling|reviewing|(?:especially|particularly)\s+\w+ing|pointing\s+out|given\s+that|in\s+(?:the\s+)?(?:wake|light|view|coordination|connection|"
    r"accordance)\s+(?:of|with)|but|amid|during\s+(?=\d|[A-Z])|during\s+(?:their|the|his|her|a|talks|bilateral)\b|"
    r"based\s+on\s|slated\s|since\s+the\s|that\s+(?:has|have|had|is|are|was|were)\s|likely\s+to\s|in\s+(?:a|their)\s+(?:meeting|conversation)\b|"
    r"(?:on|in|at)\s+the\s+(?:sidelines?|margins|fringes)\b|in\s+the\s+(?:near|short|medium|long|coming)\b|at\s+(?:a|an|their|the)\s+(?:later|meeting|talks|summit|"
    r"session)\b|in\s+which\s|allowing\s|taking\s+into\s+account\b|proceeding\s+from\s|grounded\s+in\s|signed\s+(?:on|in|by|at|"
    r"between)\s|(?<!well )(?<!such )as\s+(?:part|he|she|they|the|[A-Z]\w+\s+[a-z]+s)\b|according\s+to|before\s|after\s|ahead\s+of\s+(?:the|a|"
    r"his)\s|with\s+(?:special|particular|a\s+particular|[A-Z]\w+\s+(?:a|the))\s|and\s+other\s+issues|among\s+other)\b"
)
CLAUSE = re.compile(
    r",?\s+(?:and|but)\s+(?:(?:also|then|jointly|finally|further|subsequently|thus)\s+)?(?:(?!shared(?!\s+(?:his|her|their)\b)|continued|related|increased|planned|"
    r"proposed|united|advanced|limited|renewed|expanded|coordinated|joint|enhanced|improved|combined|armed|detailed|mutual|"
    r"accelerated|needed|based|unprovoked|diversified|skilled|developed|concerted|organi[sz]ed|sustained|balanced)[a-z]+ed|agreed|took|made|said|"
    r"held|met|spoke|gave|told|thanked|set|underscored|reiterated|were|was|is|will|has|have|had|that|hopes?|calls?)\s+"
)
