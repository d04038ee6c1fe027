package dev.kubechat.execute.print;

import dev.kubechat.execute.print.TemplateNode.Branch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes a Go template. */
final class TemplateRun {

    // ranges over numbers and templates that call themselves have no other end
    private static final int MOST_STEPS = 1_000_000;
    private static final int LONGEST = 16 * 1024 * 1024;
    private static final int DEEPEST = 200;

    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    private final Map<String, List<TemplateNode>> templates;
    private final StringBuilder out = new StringBuilder();
    private final TemplateEval eval;
    private int steps;
    private int depth;

    TemplateRun(String template, boolean allowMissing) {
        templates = TemplateParser.parse(template);
        eval = new TemplateEval(new TemplateErrors(template), allowMissing);
    }

    String written() {
        return out.toString();
    }

    /** @throws PrintError if the template does not fit the value */
    void run(@Nullable Object value) {
        var dot = TemplateValue.element(value).unboxed();
        eval.variables().clear();
        eval.push("$", dot);
        walk(templates.getOrDefault(TemplateParser.NAME, List.of()), dot);
    }

    private Flow walk(List<TemplateNode> nodes, TemplateValue dot) {
        for (var node : nodes) {
            var flow = walk(node, dot);
            if (flow != Flow.ON) {
                return flow;
            }
        }
        return Flow.ON;
    }

    private Flow walk(TemplateNode node, TemplateValue dot) {
        if (++steps > MOST_STEPS || out.length() > LONGEST) {
            throw new PrintError("the template prints too much; make it narrower");
        }
        eval.errors().at(node);
        switch (node) {
            case TemplateNode.Text(int _, var text) -> out.append(text);
            case TemplateNode.Action(int _, var pipe) -> {
                var value = eval.pipeline(pipe, dot);
                if (pipe.variables().isEmpty()) {
                    out.append(value.shown());
                }
            }
            case Branch branch -> {
                return branch.word().equals("range") ? range(branch, dot) : branch(branch, dot);
            }
            case TemplateNode.Call call -> call(call, dot);
            case TemplateNode.Jump(int _, var word) -> {
                return word.equals("break") ? Flow.BREAK : Flow.CONTINUE;
            }
            default -> throw eval.errors().error("unknown node: " + node);
        }
        return Flow.ON;
    }

    private Flow branch(Branch branch, TemplateValue dot) {
        var mark = eval.variables().size();
        var value = eval.pipeline(branch.pipe(), dot);
        var flow = Flow.ON;
        var otherwise = branch.otherwise();
        if (value.isTrue()) {
            flow = walk(branch.body(), branch.word().equals("with") ? value : dot);
        } else if (otherwise != null) {
            flow = walk(otherwise, dot);
        }
        eval.pop(mark);
        return flow;
    }

    private Flow range(Branch range, TemplateValue dot) {
        var mark = eval.variables().size();
        var value = eval.pipeline(range.pipe(), dot);
        var ran = iterate(range, value);
        var flow = Flow.ON;
        var otherwise = range.otherwise();
        if (!ran && otherwise != null) {
            flow = walk(otherwise, dot);
        }
        eval.pop(mark);
        return flow;
    }

    private boolean iterate(Branch range, TemplateValue value) {
        return switch (value.value()) {
            case null -> false;
            case List<?> list -> over(range, list);
            case Map<?, ?> map -> over(range, map);
            case Long number -> count(range, number, false);
            case Integer number -> count(range, number, true);
            case Object other ->
                    throw eval.errors().error("range can't iterate over " + GoText.plain(other));
        };
    }

    private boolean over(Branch range, List<?> list) {
        for (var i = 0; i < list.size(); i++) {
            if (!once(range, TemplateValue.of(i), TemplateValue.element(list.get(i)))) {
                break;
            }
        }
        return !list.isEmpty();
    }

    private boolean over(Branch range, Map<?, ?> map) {
        for (var entry : map.entrySet()) {
            var name = TemplateValue.of(String.valueOf(entry.getKey()));
            if (!once(range, name, TemplateValue.element(entry.getValue()))) {
                break;
            }
        }
        return !map.isEmpty();
    }

    private boolean count(Branch range, long number, boolean narrow) {
        if (range.pipe().variables().size() > 1) {
            throw eval.errors()
                    .error("can't use %d to iterate over more than one variable".formatted(number));
        }
        for (long i = 0; i < number; i++) {
            var element = narrow ? TemplateValue.of((int) i) : TemplateValue.of(i);
            if (!once(range, TemplateValue.NONE, element)) {
                break;
            }
        }
        return number > 0;
    }

    /** Whether to go on. */
    private boolean once(Branch range, TemplateValue index, TemplateValue element) {
        if (++steps > MOST_STEPS) {
            throw new PrintError("the template prints too much; make it narrower");
        }
        var variables = range.pipe().variables();
        if (!variables.isEmpty()) {
            eval.set(variables.getLast().names().getFirst(), element);
        }
        if (variables.size() > 1) {
            eval.set(variables.getFirst().names().getFirst(), index);
        }
        var mark = eval.variables().size();
        var flow = walk(range.body(), element);
        eval.pop(mark);
        return flow != Flow.BREAK;
    }

    private void call(TemplateNode.Call call, TemplateValue dot) {
        var body = templates.get(call.name());
        if (body == null) {
            throw eval.errors()
                    .error("template %s not defined".formatted(GoText.quoted(call.name())));
        }
        if (depth == DEEPEST) {
            throw eval.errors().error("exceeded maximum template depth (%d)".formatted(DEEPEST));
        }
        var pipe = call.pipe();
        var value = pipe == null ? TemplateValue.NONE : eval.pipeline(pipe, dot);
        var outer = eval.leave();
        depth++;
        eval.push("$", value);
        var caller = eval.errors().in(call.name());
        walk(body, value);
        eval.errors().in(caller);
        depth--;
        eval.enter(outer);
    }
}
