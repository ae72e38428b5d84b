"""The recognisers, in the order in which they win where two claim the same words.

A pattern of sentences offers `find(scene, sentence)`, one of the whole
article `find(scene)`; both yield `Candidate`s and judge nothing.
"""

from __future__ import annotations

from tracker.article import quantities
from tracker.article.compiling import compiled
from tracker.article.numerals import NUMERAL
from tracker.article.patterns import (
    amounts,
    behind_noun,
    besides,
    changed,
    counted,
    dated,
    decoys,
    each_has,
    effective,
    facets,
    forms,
    handed,
    introduced,
    led,
    levels,
    levers,
    measures,
    named_sets,
    numbered,
    open_ended,
    quoted,
    rollout,
    rules,
    run_in,
    schemes,
    shares,
    short_lines,
    tabular,
    topics,
    totals,
)
from tracker.article.words import MEANS

LISTS = numbered.find  # of a part of the article at a time: there may be many
OF_ARTICLE = (tabular.find, forms.find, short_lines.find)

# With what a sentence must hold for the pattern to be tried at all.
OF_SENTENCE = (
    (counted.find, compiled(rf"{NUMERAL}[多余几来]?[个项件条案大批款桩宗场部]")),
    (behind_noun.find, compiled(rf"{NUMERAL}[多余几]?[项件条个](?:[，。；、）)（(：逐等和包分]|$)")),
    (each_has.find, each_has.SIGN),
    (shares.find, compiled(r"\d[项件条个][、+，和]")),
    (facets.find, compiled(r"[”’等][“‘]?[0-9二两三四五六七八九十]{1,3}[多余]?[大个项]")),
    (named_sets.find, compiled(r"“[^“”，。\n]{0,10}?[二两三四五六七八九十]|[二两三四五六七八九十][个大项]“")),
    (totals.find, compiled(r"(?:方面|领域|类|部分)[、，]?(?:共|合计|计|\d|[一二三四五六七八九十])")),
    (
        topics.find,
        compiled(
            r"[局委厅办院会联心团司署处队校府道馆所是][^，。；：\n]{3,40}(?:[，。；]|已|目前|完成|因|尚未|仅|正|受|将)"
        ),
    ),
    (besides.find, besides.SIGN),
    (handed.find, handed.SIGN),
    (led.find, compiled(r"由[一-龥]{2,16}?(?:牵头|负责|主办|承办)[^。；\n]{0,70}?的")),
    (introduced.find, compiled(r"包括|包含|囊括|涉及|涵盖|：|具体|分别|主要|项目。|实事。|任务。|(?:实事|项目|任务|举措|措施|服务|清单|工程|事项|工作)[有是]|[0-9一二两三四五六七八九十][项件](?:[，。；]|$)")),
    (run_in.find, run_in.SIGN),
    (quoted.find, compiled(r"”")),
    (
        measures.find,
        compiled(
            r"设[立置]|增设|创设|出台|试点|推[出行进开广]|上线|试行|开[通办设展]|启[用动]|实[行施]|部署|印发|新推|发[起布]|打造|制定|公[布开]|作出|列出|派出|选派|组派|对[^，。；]{4,40}(?:进行|给予|发放|[减免]|办理|[加配增安][密备发装设])|逐[一个台户栋处]|起，|月起|日起"
        ),
    ),
    (levers.find, compiled(rf"为(?:重要)?(?:抓手|载体|契机|牵引|平台|依托|主线)|{MEANS}")),
    (decoys.find, compiled(r"“|助推|助力")),
)

# These find only what is weak: they are not tried within the words of a list, where all they find would give way.
WEAK_OF_SENTENCE = (
    (named_sets.complete, compiled(r"(?<=[民企农心老残困学医岗商旅侨军才])[二三四五六七八九十0-9]{1,3}条[，。；措举政新实]|[二两三四五六七八九十0-9][个种条类场处座所支道家款张门件大项路期间](?:“[^”\n]{2,10}”[^，。；：、！？\n“”的0-9]{0,8}|[^，。；：、！？\n“”的0-9]{2,10})[，。；]")),
    (open_ended.find, compiled(r"等[^，。；]{0,12}?(?:行动|工程|项目|措施|举措|实事|政策)")),
    (dated.find, compiled(r"[年月季]|[节旦庆一]”?前(?!后)")),
    (amounts.find, quantities.SIGN),
    (levels.find, levels.SIGN),
    (changed.find, changed.SIGN),
    (rules.find, rules.SIGN),
    (effective.find, effective.SIGN),
    (rollout.find, compiled(r"[展翻整推实开启建打改组设办出制印发抓做试上增扩修兴创筹普]|选派|安排|派出|抽调|实现|化解|解决|清理|整治|破解|处置|提供[^，。；]{0,18}免费")),
    (schemes.find, compiled(r"(?:行动|计划|方案|工程|规划)[）)》，。；（(]")),
)
