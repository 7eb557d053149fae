"""What the page says around its tables, in Chinese and in English."""

EN = """# Benchmarks

Written by docs/make_benchmarks.py (`nox -s bench`), which measures anew; no test asserts a time. No two machines
measure alike: what counts are the ratios, all taken in one run.

{machine}. Seed {seed}. {versions}.

{not_run}

## Limits

{limits}

"The worst task" is the one with the largest ratio. Of the mall its ten compiled rules take {mall_compiled} microseconds, an assessment
to its outcome {mall_outcome}, and one that is fully explained {mall_explained}. What is limited against an earlier release (`registration_paths`,
`remedies`, `score`, constructing and loading) no single run can show: [costs](costs.md) has its seconds.

An explanation of the mall makes some thirty pieces of evidence, while its ten compiled rules leave at the first fact that decides; the
limit of 25 was set when these took about 16 microseconds.

## The tasks

Each way answers the same drawn subjects, about one fact in ten of which is blank, in three values. All answers of all ways
about the first {subjects} subjects were equal to those by hand before any clock ran; otherwise the run ends there.

- **Room ladder**: clauses 4.1.a and 4.1.b of Shuangliao: who is to have a room, and how large, beside the area of the
  largest room there is. {ladder}
- **Acceptance sheet**: annex 4 of BDA as fifteen items of 100 points, all or nothing, 80 to pass. {sheet}
- **Twelve conditions**: a duty of employers that asks for twelve facts: flags, counts, a kind. {twelve}
- **Ladder, room by room** (beside the three, in no limit): the two clauses as they stand, which ask all rooms of a place; rooms
  lie in a table of their own. {rooms}

## Subject by subject

Microseconds of processor time a subject, medians of {rounds} rounds; in brackets how many times as long as Python by hand,
the median of the ratios of each round. In a round all ways take turns over the same 500 subjects.

{singly}

- Python by hand reads the same objects as careplan, knows None, and leaves at the first answer; it is in docs/benchmarks/by_hand.py.
- `cp.compiled` answers with a truth, `cp.assess` to its outcome and `cp.outcomes` with those of each duty. `cp.evaluate` has its
  evidence; explained is an assessment of which all evidence, all that is missing and all readings were worked out.
- zen-engine, json-logic-qubit and rule-engine know no third value: each is told, in one expression, what surely is so and what could
  be, blank by blank (docs/benchmarks/peers/bounds.py), and takes a dict of only the facts that are asked. zen's graph is a
  table of rungs for the ladders, held by the loader that answers quickest.

## All subjects at once

Nanoseconds a row over {rows} rows (SQLite: at most 100,000), medians; in brackets how many times as long as polars by hand.

{tables}

- Frames and tables hold enums as text and blanks as null. An expression sees one frame: of rooms that lie in another one
  `cp.frames.outcomes` is asked. It and `cp.sql.query` say the outcome of the whole and of each duty, as text.
- OpenFisca's arrays have no blanks: each fact has a variable that says where it is stated, and a task is two variables, what surely
  is so and what could be. "Inputs set anew" starts from the columns that the others start from; "inputs set before" is its calculation alone.
- numpy by hand is pairs of masks; enums are numbers in it before the clock runs.

## Fresh processes

Milliseconds of an import (Python's own start left out), and the memory the process holds behind it above one that does nothing (Linux only);
medians of processes in turn.

{fresh}

An assessment holds so many bytes (measured with tracemalloc) once it was asked for its outcome, and once all of it was worked out:

{bytes_held}
"""

ZH = """# 基准测试

本页由 docs/make_benchmarks.py 写成（`nox -s bench` 重新测量）；没有测试断言用时。各台机器测得的不同，只看同一次运行中的倍数。

{machine}。随机种子 {seed}。{versions}。

{not_run}

## 限度

{limits}

“最大的一题”指倍数最大的一题。商场的十条编译规则用 {mall_compiled} 微秒，评估到结论用 {mall_outcome} 微秒，全部说明用 {mall_explained} 微秒。与以前版本相比的限度（`registration_paths`、`remedies`、`score`、构造和读入）一次运行测不出来，用时见[开销](costs.md)。

商场的全部说明要列出约三十项依据，而十条编译规则遇到决定的事实就返回；定下25倍的限度时，这十条约用16微秒。

## 题目

各种方式对同样抽取的对象作答，约十分之一的事实空缺，答案是三值的。计时之前先核对：对前 {subjects} 个对象，所有方式的全部答案与手写的相同，否则运行到此为止。

- **母婴室面积阶梯**：双辽四（一）的两条：谁应有母婴室、应有多大，与最大一间的面积相比。{ladder}
- **验收评分表**：经开区附件4写成十五项，共100分，每项满分或零分，80分合格。{sheet}
- **十二项条件**：用人单位的一条义务，要求十二个事实：是非、数量、类型。{twelve}
- **阶梯，逐间查看**（三题之外，不计入限度）：同样两条照原样逐间查看，各间在另一张表中。{rooms}

## 逐个对象

每个对象的处理器时间，微秒，{rounds} 轮的中位数；括号内是手写 Python 的多少倍（各轮倍数的中位数）。每一轮里各种方式轮流对同样的500个对象作答。

{singly}

- 手写 Python 读同样的对象，懂得 None，一有答案就返回，见 docs/benchmarks/by_hand.py。
- `cp.compiled` 答真值，`cp.assess` 到结论，`cp.outcomes` 答每条义务的结论。`cp.evaluate` 带依据；全部说明是指依据、所缺和理解都已算出。
- zen-engine、json-logic-qubit 和 rule-engine 没有第三个值：用一个表达式逐个空缺地写明必然如此和可能如此（docs/benchmarks/peers/bounds.py），所给的只有问到的事实。zen 的决策图对阶梯用决策表，以最快的方式载入。

## 全部对象一起

{rows} 行中每一行的用时，纳秒（SQLite 至多100000行），中位数；括号内是手写 polars 的多少倍。

{tables}

- 表中类型是文本，空缺是 null。表达式只看一张表；各间在另一张表中时用 `cp.frames.outcomes`，它和 `cp.sql.query` 用文本说整体和每条义务的结论。
- OpenFisca 的数组没有空缺：每个事实另有一个变量说明是否陈述，一题是两个变量：必然如此和可能如此。“数据重新放入”与其他方式从同样的列开始；“数据已在其中”只是计算。
- 手写 numpy 用成对的掩码；类型在计时之前已是数字。

## 新进程

导入用多少毫秒（不计 Python 启动），以及此后进程比什么也不做的多占多少内存（只在 Linux 上）；各进程轮流运行，取中位数。

{fresh}

一份评估占多少字节（用 tracemalloc 测得）：只问过结论的，和全部算出的：

{bytes_held}
"""
