"""Chapter 五: four stages that overlap, known by month, the year the title's. Chapter 六: money."""

from careplan import writing as w
from careplan.criteria.proxies import facts
from careplan.nouns.facilities import Employer, Venue

GROUP = "市母婴室设施建设工作协调组"
JUNE = w.month(2021, 6)
JUNE_TO_SEPTEMBER = w.month(2021, 6, until=9)

# A clause is one block: what encodes it, or why nothing does, stands beneath it.
# fmt: off
CLAUSES = (
    w.clause("5.1", "五（一）", w.MUST, "6月部署阶段", "First stage, June: set the work up.",
        w.stage("deployment", ("工作部署阶段", "deployment"), JUNE)),
    w.clause("5.1.a", "五（一）", w.MUST, "各部门明确专门科室和专人",
        "Each department names a section in charge and a dedicated person.",
        w.inside("5.1", w.task(acting="各部门")),
        title=("明确专门科室和专人", "name a section and a person in charge")),
    w.clause("5.1.b", "五（一）", w.MUST, "摸底调查，制定实施方案，确定建设任务",
        "Each department surveys the situation, issues an implementation plan and fixes its construction tasks.",
        w.inside("5.1", w.task(acting="各部门")),
        title=("摸底调查、制定方案和任务", "survey, plan and tasks")),
    # No day is given for filing; it belongs to the stage of June.
    w.clause("5.1.c", "五（一）", w.MUST, "落实计划报协调组备案",
        "The plan is filed with the city coordination group for the record.",
        w.deadline("plan_filed", ("落实计划报协调组备案", "plans are filed with the coordination group"),
            JUNE, acting="各部门", recipient="市工作协调组")),

    w.clause("5.2", "五（二）", w.MUST, "6月至9月实施阶段", "Second stage, June to September: build.",
        w.stage("implementation", ("组织实施阶段", "implementation"), JUNE_TO_SEPTEMBER)),
    w.clause("5.2.a", "五（二）", w.MUST, "督促应建单位制定并落实计划",
        "Departments press every unit that must build to make and carry out a construction plan.",
        w.inside("5.2", w.task(acting="各部门")),
        title=("督促应建单位制定并落实计划", "press units to plan and build")),
    w.clause("5.2.b", "五（二）", w.MUST, "定期督查进度和质量",
        "Departments check progress and quality at the units that must build, at regular times.",
        w.regular("progress_check", ("进度和质量督查", "progress and quality are checked"),
            acting="各部门", within=JUNE_TO_SEPTEMBER)),
    w.clause("5.2.c", "五（二）", w.MUST, "推广经验并整改问题",
        "Departments spread good practice and have defects found and put right.",
        w.inside("5.2", w.task(acting="各部门")),
        title=("推广经验、整改问题", "spread good practice, mend defects")),

    w.clause("5.3", "五（三）", w.MUST, "7月至8月中期督导阶段",
        "Third stage, July and August: mid-term supervision.",
        w.stage("mid_term", ("中期督导阶段", "mid-term supervision"), w.month(2021, 7, until=8))),
    w.clause("5.3.a", "五（三）", w.MUST, "协调组实地督导在建和已设的母婴室",
        "The coordination group visits rooms under construction and rooms already set up in each department.",
        w.inside("5.3", w.task(acting=GROUP)),
        title=("实地督导在建和已设母婴室", "visit rooms built and being built")),

    w.clause("5.4", "五（四）", w.MUST, "9月评估总结阶段",
        "Fourth stage, September: evaluation and summing up.",
        w.stage("evaluation", ("评估总结阶段", "evaluation and summing up"), w.month(2021, 9))),
    w.clause("5.4.a", "五（四）", w.MUST, "各部门自行组织验收",
        "Each department organises acceptance of its facilities.",
        w.inside("5.4", w.task(acting="各部门")),
        title=("部门自行组织验收", "acceptance by each department")),
    w.clause("5.4.b", "五（四）", w.MUST, "协调组开展全市检查评估",
        "The coordination group inspects and evaluates facility construction in the whole city.",
        w.inside("5.4", w.task(acting=GROUP)),
        title=("开展全市检查评估", "evaluation of the whole city")),

    # The text names neither amount nor beneficiary nor condition: the group is to seek money.
    # So it is open only to whom money was in fact secured for, and unknown until that is stated.
    # Nobody is said to give it, so nobody owes it; that the group is to seek it is its task.
    w.clause("6", "六", w.SHOULD, "争取财政建设补助资金",
        "The coordination group seeks fiscal subsidy funds for construction and sees that they arrive.",
        w.benefit(condition=facts(Venue).subsidy_secured),
        w.benefit(part="employers", condition=facts(Employer).subsidy_secured),
        w.task(("争取财政建设补助并落实到位",
            "seeks a fiscal subsidy for construction and sees that it arrives"),
            acting="市母婴设施建设工作协调组")),
)
# fmt: on
