"""The rules of the sheet, as they are written: `&` is the block, and `:is()` a choice.

`careplan.display.written.sheet` writes them out. What a display looks like stands here alone.
"""

SANS = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif'
HEI = 'SimHei,"黑体","Noto Sans CJK SC",sans-serif'
FANG = 'FangSong,"仿宋",FangSong_GB2312,"仿宋_GB2312",STFangsong,"Noto Serif CJK SC",serif'
KAI = 'KaiTi,"楷体",KaiTi_GB2312,STKaiti,"Noto Serif CJK SC",serif'
BIAO = (
    '"方正小标宋简体","FZXiaoBiaoSong-B05S","FZXiaoBiaoSong-B05",STZhongsong,'
    '"Noto Serif CJK SC",SimSun,serif'
)

# Elements as a host leaves them are first made plain, then the block, words and marks.
WORDS = f"""
&{{color:var(--c-ink);background:var(--c-paper);font:14px/1.6 {SANS};text-align:left;
 padding:.9em 1em 1em;max-width:62em;container-type:inline-size;
 font-variant-numeric:tabular-nums;overflow-wrap:break-word}}
&:lang(en){{font-family:system-ui,"Segoe UI",Roboto,"Noto Sans",{SANS}}}
& :is(h1,h2,h3,h4,p,ul,ol,li,dl,dt,dd,figure,blockquote,
 table,caption,thead,tbody,tfoot,tr,th,td){{
 margin:0;padding:0;border:0;background:none;font:inherit;color:inherit;text-align:left;
 vertical-align:top;max-width:none;white-space:normal}}
& :is(ul,ol){{list-style:none}}
& svg{{display:block;max-width:none;height:auto;overflow:visible}}
& .title{{font-size:1.2em;font-weight:600;line-height:1.4}}
& .doc{{color:var(--c-mute);margin:.1em 0 .7em}}
& .title+:is(ul,div,p.note,p.answer){{margin-top:.5em}}
& .answer{{font-size:1.07em;border-left:4px solid var(--c-edge);padding:.35em .8em;
 margin:.2em 0 .8em;background:var(--c-band)}}
& .answer.bad{{border-color:var(--c-bad)}}
& .answer.open{{border-color:var(--c-open)}}
& .answer.good{{border-color:var(--c-good)}}
& .head{{font-weight:600;margin:1.1em 0 .35em;break-after:avoid}}
& .note{{color:var(--c-mute);font-size:.93em;margin-top:.5em}}
& .notes{{color:var(--c-mute);font-size:.93em;margin-top:.5em}}
& .made{{color:var(--c-mute);font-size:.86em;margin-top:.9em;padding-top:.4em;
 border-top:1px solid var(--c-line)}}
& b{{font-weight:600}}
& .b{{font-weight:600}}
& .tag{{white-space:nowrap;font-weight:600}}
& .tag.said{{white-space:normal}}
& .tag svg{{display:inline-block;width:1.05em;height:1.05em;vertical-align:-.16em;
 margin-right:.3em}}
& .bad{{color:var(--c-bad)}}
& .open{{color:var(--c-open)}}
& .good{{color:var(--c-good)}}
& .mute{{color:var(--c-mute)}}
& .answer{{color:var(--c-ink)}}
& .nb{{white-space:nowrap}}
& .vh{{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
 white-space:nowrap}}
& small{{font-size:.88em;font-weight:400;color:var(--c-mute);display:block;line-height:1.35}}
& .in{{display:inline;margin-right:.5em}}
& .q>.tag{{float:left}}
& .q>span:last-child{{display:block;margin-left:1.4em}}
"""

TABLES = """
& table{width:100%;border-collapse:collapse;table-layout:auto;font-size:1em;
 border-bottom:1.5px solid var(--c-ink)}
& caption{caption-side:top}
& .unit{display:flex;justify-content:space-between;gap:1em;color:var(--c-mute);font-size:.93em;
 padding-bottom:.25em}
& thead th{white-space:nowrap;background:var(--c-band);font-weight:600;padding:.4em .55em;
 border-bottom:1px solid var(--c-edge);vertical-align:bottom;line-height:1.35}
& thead tr:first-child th{border-top:1.5px solid var(--c-ink)}
& thead th[colspan]{text-align:center}
& tbody :is(th,td){padding:.42em .55em;border-bottom:1px solid var(--c-line);line-height:1.5}
& tbody th{font-weight:600}
& tbody th.r{font-weight:400}
& tfoot :is(th,td){padding:.5em .55em;border-top:1px solid var(--c-edge);font-weight:600}
& :is(th,td).n{text-align:right;white-space:nowrap}
& :is(th,td).c{text-align:center}
& td.bar{width:1%;padding-top:.5em}
& th.name{min-width:5em;overflow-wrap:anywhere}
& tbody th.r{min-width:13em;overflow-wrap:anywhere}
& td.w{max-width:20em}
& :is(td.name,.mx th[scope=row]){min-width:9.5em}
& .no{width:3em}
& td.n small:not(.in){white-space:normal;min-width:5em}
& td.n .in{white-space:nowrap}
& :is(tr,table){break-inside:avoid}
& table.long{break-inside:auto}
& thead{display:table-header-group}
& tfoot{display:table-row-group}
& .wide{overflow-x:auto}
& .wide thead th{white-space:normal;min-width:2.2em}
& .wide :is(thead th,tbody td){padding-left:.4em;padding-right:.4em}
& .led :is(td,th){vertical-align:middle}
& .led td.bar{padding-top:.42em}
& .mx{table-layout:fixed}
& .mx thead th:first-child{width:12em}
& .mx tbody th.r{min-width:0}
& .mx th.v{text-align:center;vertical-align:middle;padding:.5em .1em;width:1.75em}
& .mx th.v span{display:inline-block;writing-mode:vertical-rl;text-align:left;
 letter-spacing:.04em;max-height:13em;white-space:normal}
& .scroll{overflow-x:auto}
& .mx td{text-align:center;padding:.28em .05em;border-left:1px solid var(--c-line);
 vertical-align:middle}
& .mx tr.g :is(td,th){border-top:1px solid var(--c-edge)}
& .chip{display:inline-block;min-width:1.5em;padding:0 .12em;border-radius:2px;font-size:.86em;
 line-height:1.5;border:1px solid var(--c-edge);text-align:center}
& .chip.lead{background:var(--c-fill);border-color:var(--c-fill);color:var(--c-paper);
 font-weight:600}
& .chip.terr{border-style:dotted}
"""

BLOCKS = f"""
& dl.facts{{display:grid;grid-template-columns:max-content 1fr;gap:.1em 1em;margin:.2em 0 .4em;
 break-after:avoid}}
& dl.facts :is(dt,dd){{float:none;width:auto}}
& dl.facts dt{{color:var(--c-mute);max-width:9em}}
& :is(ul.dot,ol.num)>li{{position:relative;padding-left:1.7em;margin:.15em 0}}
& ul.dot>li::before{{content:"";position:absolute;left:.55em;top:.72em;width:.32em;height:.32em;
 border-radius:50%;background:var(--c-edge)}}
& ul.dot ul.dot{{margin-left:-.3em}}
& ol.num{{counter-reset:q}}
& ol.num>li{{counter-increment:q}}
& ol.num>li::before{{content:counter(q) ".";position:absolute;left:.2em;color:var(--c-mute)}}
& .key{{display:flex;flex-wrap:wrap;gap:.2em 1.4em;color:var(--c-mute);font-size:.93em;
 margin:.4em 0}}
& .key svg{{display:inline-block;vertical-align:-.1em;margin-right:.4em}}
& figure{{margin:.6em 0;break-inside:avoid;position:relative}}
& figure svg{{width:100%;max-width:40em}}
& figcaption{{color:var(--c-mute);font-size:.93em;margin-top:.3em}}
& blockquote{{font-family:{FANG};border-left:3px solid var(--c-edge);padding:.2em 0 .2em .9em;
 margin:.3em 0 .6em;line-height:1.75}}
& ol.path{{margin:.4em 0 .2em .5em}}
& ol.path>li{{position:relative;padding:0 0 .75em 1.9em;border-left:2px solid var(--c-line)}}
& ol.path>li:last-child{{border-color:transparent;padding-bottom:.1em}}
& ol.path>li.on{{border-left-color:var(--c-good)}}
& ol.path>li.on:last-child{{border-color:transparent}}
& ol.path .dot{{position:absolute;left:-.72em;top:.1em;width:1.35em;height:1.35em;
 background:var(--c-paper);box-shadow:0 -.15em 0 var(--c-paper)}}
& ol.path .dot svg{{width:1.35em;height:1.35em}}
& svg text{{font-family:inherit;fill:var(--c-ink)}}
& svg text.m{{fill:var(--c-mute)}}
& svg text.h{{paint-order:stroke;stroke:var(--c-paper);stroke-width:4px;stroke-linejoin:round}}
& svg .cu{{fill:currentColor}}
& svg .cs{{stroke:currentColor;fill:none}}
& svg .ps{{stroke:var(--c-paper);fill:none}}
"""

# A block as narrow as a phone: each row becomes a card, and nothing of it is dropped but its
# running number.
NARROW = """
@container (min-width:44em){& dl.facts{grid-template-columns:max-content 1fr max-content 1fr}}
@container (max-width:34em){
 & :is(.stack,.stack caption,.stack tbody,.stack tfoot){display:block}
 & .stack :is(thead,.col){position:absolute;width:1px;height:1px;overflow:hidden;
  clip-path:inset(50%)}
 & .stack tr{display:grid;grid-template-columns:1fr 1fr;gap:.1em 1em;padding:.55em 0;
  border-bottom:1px solid var(--c-line)}
 & .stack :is(th,td){display:block;padding:0;border:0;text-align:left;width:auto}
 & .stack td[data-l]::before{content:attr(data-l) "\\00a0";color:var(--c-mute);font-weight:400}
 & .stack :is(.w,.bar){grid-column:1/-1}
 & :is(.stack td.nb,.stack td.n,.stack td.n .in,.stack .tag){white-space:normal}
 & .stack .no{display:none}
 & .stack .s{justify-self:end;grid-row:1;grid-column:2}
 & .stack th{grid-row:1}
 & :is(.stack th,.mx.stack th,.stack td){min-width:0;max-width:none}
 & .stack th.w{grid-row:auto}
 & .stack small{display:inline;margin-left:.3em}
 & .stack .in{margin-left:0}
 & .stack.led tr{grid-template-columns:1fr 1fr 1.2fr}
 & .stack.led :is(th,.two){grid-column:1/3}
 & .stack.led .s{grid-column:3}
 & .mx.stack tr{display:block}
 & .mx.stack td{display:inline-block;margin:.1em .7em .1em 0}
 & .mx.stack td:empty{display:none}
 & .mx tr.g :is(td,th){border:0}
 & .mx .chip{margin-left:.1em}
 & .mx .chip .vh{position:static;clip-path:none;width:auto;height:auto}
 & .unit{flex-wrap:wrap;gap:0 1em}
 & .wide .stack tr{display:block}
 & .wide .stack td{white-space:normal}
 & .wide .stack td:empty{display:none}
}
"""

PRINT = """
@media print{
 &{font-size:10.5pt;line-height:1.5;max-width:none;padding:0;print-color-adjust:exact;
  -webkit-print-color-adjust:exact}
 & :is(thead th,tbody th,tbody td,tfoot th,tfoot td){border:.5pt solid var(--c-ink)}
 & .mx.mx :is(td,th){border-color:var(--c-edge)}
 & .head{margin:.75em 0 .3em}
 & .answer{margin-bottom:.6em}
 & :is(.note,.notes,.key){break-before:avoid}
 & ol.path>li{break-inside:avoid;padding-bottom:.5em}
 & table{font-size:9.5pt}
 & tbody :is(th,td){padding:.28em .45em}
 & :is(thead th,tfoot th,tfoot td){padding:.3em .45em}
 & .q small{display:inline;margin-left:.6em}
 & .bar svg{max-width:100%}
 & dl.facts{grid-template-columns:max-content 1fr max-content 1fr}
 & td.bar{width:19%;min-width:5em}
 & figure svg{max-width:34em}
 & :is(.note,.notes,.key){font-size:9pt}
 & .made{font-size:8.5pt;margin-top:.5em;padding-top:.2em;break-before:avoid}
 & :is(.wide,.scroll){overflow:visible}
 & .wide :is(thead th,tbody td){white-space:normal;overflow-wrap:anywhere;min-width:0;
  padding:.28em .25em}
 & .mx{font-size:8.5pt}
 & .mx :is(td,th[scope=row]){padding:.02em .2em}
 & .mx td{padding:.02em 0}
 & .mx thead th:first-child{width:10.5em}
 & .mx th.v{font-weight:400;width:1.3em}
 & .head+table{break-before:avoid}
}
"""

# What a whole page adds: the habits of GB/T 9704 on paper, a plain sheet on the screen.
PAGE = f"""
&.page{{margin:0 auto}}
&.page>.title{{text-align:center;font:700 1.55em/1.4 {BIAO};margin:.3em 0 .1em;text-wrap:balance}}
&.page>.doc{{text-align:center;font-family:{KAI}}}
&.page .head{{font-family:{HEI}}}
&.page:lang(en) :is(.head,.tag,thead th){{font-family:inherit}}
&.page:lang(en)>:is(.title,.doc){{font-family:Georgia,"Noto Serif",{BIAO}}}
@media print{{
 @page{{size:A4;margin:25mm 26mm 22mm 28mm}}
 @page :right{{@bottom-right{{content:"— " counter(page) " —";
  font:14pt SimSun,"Noto Serif CJK SC",serif;margin-right:14pt}}}}
 @page :left{{@bottom-left{{content:"— " counter(page) " —";
  font:14pt SimSun,"Noto Serif CJK SC",serif;margin-left:14pt}}}}
 &.page{{font-size:10.5pt;font-family:"Times New Roman",{FANG}}}
 &.page>.title{{font-size:22pt}}
 &.page>.doc{{font-size:12pt}}
 &.page .head{{font-size:12pt}}
 &.page :is(thead th,.tag){{font-family:{HEI}}}
}}
"""
