"""The mutants of a module: each one small change that a test should notice.

What is not mutated, and why:

- texts, and what stands inside an f-string: in these modules they are codes of sentences and names,
  which tests/test_messages.py proves, or the words of an error for a programmer;
- annotations and unions of classes (`A | B`), which a type checker reads; `if TYPE_CHECKING`;
- what only a mistake of ours would meet: `assert`, `strict=`, and `assert_never`, of which a type
  checker proves that it is not reached; `__repr__` and `repr=`, for debugging;
- the removal of an assignment to a name, which is a NameError and so says nothing of the tests.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

OTHERS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    # The boundary, then the negation.
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
SIGNS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}
NOT_READ = {"annotation", "returns", "type_params", "type_comment"}
COMPOUND = (
    *(ast.FunctionDef, ast.ClassDef, ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match),
    *(ast.AsyncFunctionDef, ast.AsyncFor, ast.AsyncWith, ast.TryStar),
)


@dataclass(frozen=True)
class Mutant:
    """One change of one module.

    `start` and `end` are where `new` is put, in bytes of the file; `lines` are the first and
    the last line that a test runs who runs what is changed.
    """

    file: str
    line: int
    inside: str
    text: str
    change: str
    start: int
    end: int
    new: str
    lines: tuple[int, int]

    @property
    def key(self) -> tuple[str, str, str]:
        """What names it while the lines around it come and go."""
        return self.inside, self.text, self.change

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.inside}: {self.change}\n    {self.text}"

    def applied(self, source: bytes) -> bytes:
        """Return the source of its module with the change."""
        return source[: self.start] + self.new.encode() + source[self.end :]


@dataclass(frozen=True)
class Place:
    """Where a node stands: in which definition, on which lines; whether it is asked yes or no."""

    inside: str = ""
    lines: tuple[int, int] = (0, 0)
    asked: bool = False


def mutants(source: bytes, file: str) -> list[Mutant]:
    """Return every mutant of a module, in the order of its source.

    >>> [one.change for one in mutants(b"def f(a): return a < 3", "f.py")]
    ['return a < 3 -> return None', 'a < 3 -> a <= 3', 'a < 3 -> a >= 3', '3 -> 4']
    """
    lines = source.splitlines(keepends=True)
    begins = [0]
    for line in lines:
        begins.append(begins[-1] + len(line))
    found = []
    seen: Counter[tuple[str, str, str]] = Counter()
    for node, place, new in _walk(ast.parse(source), Place()):
        start = begins[node.lineno - 1] + node.col_offset
        end = begins[node.end_lineno - 1] + node.end_col_offset
        said = ast.unparse(new)
        text = lines[node.lineno - 1].decode().strip()
        change = f"{' '.join(source[start:end].decode().split())} -> {said}"
        seen[key := (place.inside, text, change)] += 1
        found.append(
            Mutant(
                file=file,
                line=node.lineno,
                inside=place.inside,
                text=text,
                change=change if seen[key] == 1 else f"{change} (no. {seen[key]})",
                start=start,
                end=end,
                new=f"({said})" if isinstance(new, ast.expr) else said,
                lines=place.lines,
            )
        )
    return found


def mutants_of(paths: list[Path], root: Path) -> list[Mutant]:
    """Return the mutants of files, and of all files of folders; raise for a path that is none."""
    files = []
    for path in paths:
        if not path.exists():
            raise FileNotFoundError(path)
        files += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return [
        one
        for file in files
        for one in mutants(file.read_bytes(), file.relative_to(root).as_posix())
    ]


def _walk(node: ast.AST, place: Place) -> Iterator[tuple[Any, Place, ast.AST]]:
    """Yield each node that is changed, with its place and what is put there."""
    if _is_left_out(node):
        return
    if isinstance(node, ast.stmt):
        place = replace(place, lines=(node.lineno, node.end_lineno or node.lineno))
    for new in _changes(node, asked=place.asked):
        yield node, place, new
    name = getattr(node, "name", None)
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        below = replace(place, inside=f"{place.inside}.{name}".lstrip("."))
    else:
        below = place
    for field, child in _children(node):
        if field in NOT_READ:
            continue
        at = replace(below, asked=field in {"test", "ifs", "guard"})
        if isinstance(node, COMPOUND) and isinstance(child, ast.expr):
            # A test that runs the head need not run what stands below it.
            at = replace(at, lines=(child.lineno, child.end_lineno or child.lineno))
        if isinstance(node, ast.match_case) and not isinstance(child, ast.stmt):
            at = replace(at, lines=(node.pattern.lineno, node.pattern.end_lineno))
        yield from _walk(child, at)


def _children(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for field, value in ast.iter_fields(node):
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST):
                yield field, one


def _is_left_out(node: ast.AST) -> bool:
    """Whether a node is not mutated, nor anything in it: the docstring of the module says why."""
    match node:
        case ast.JoinedStr() | ast.Import() | ast.ImportFrom():
            return True
        case ast.FunctionDef(name="__repr__") | ast.keyword(arg="repr" | "strict") | ast.Assert():
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Expr(value=ast.Constant() | ast.Call(func=ast.Name(id="assert_never"))):
            return True
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _is_class(left) and _is_class(right)
    return False


def _is_class(node: ast.AST) -> bool:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in {"int", "str"} or (name[:1].isupper() and not name.isupper())
        case ast.Subscript(value=value):
            return _is_class(value)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _is_class(left) and _is_class(right)
        case ast.Constant(value=None):
            return True
    return False


def _changes(node: ast.AST, *, asked: bool) -> Iterator[ast.AST]:
    """Yield what may stand in the place of a node; what is `asked` yes or no is also denied."""
    match node:
        case ast.stmt():
            yield from _other_statements(node)
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            for at, op in enumerate(ops):
                for other in OTHERS[type(op)]:
                    yield ast.Compare(left, [*ops[:at], other(), *ops[at + 1 :]], comparators)
        case ast.BoolOp(op=ast.And(), values=values):
            yield ast.BoolOp(ast.Or(), values)
        case ast.BoolOp(values=values):
            yield ast.BoolOp(ast.And(), values)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.BinOp(left=left, op=op, right=right) if type(op) in SIGNS:
            yield ast.BinOp(left, SIGNS[type(op)](), right)
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(number)):
            yield ast.Constant(number + 1)
        case ast.Constant(value=None):
            yield ast.Constant(False)  # what is not stated, taken for a no
        case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords) if name in CALLS:
            kept = [] if name == "sorted" else keywords
            yield ast.Call(ast.Name(CALLS[name]), args, kept)
    if asked and isinstance(node, ast.Name | ast.Attribute | ast.Call | ast.NamedExpr):
        yield ast.UnaryOp(ast.Not(), node)


def _other_statements(node: ast.stmt) -> Iterator[ast.stmt]:
    """Yield what may stand in the place of a statement: often nothing."""
    match node:
        case ast.Return(value=ast.Constant() | None):
            return  # a constant is changed itself: True to False, and not to what is as false
        case ast.Return():
            yield ast.Return(ast.Constant(None))
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.AugAssign(target=target, op=op, value=value):
            yield ast.Pass()
            if type(op) in SIGNS:
                yield ast.AugAssign(target, SIGNS[type(op)](), value)
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield ast.Pass()
        case ast.Expr() | ast.Raise() | ast.Delete():
            yield ast.Pass()
