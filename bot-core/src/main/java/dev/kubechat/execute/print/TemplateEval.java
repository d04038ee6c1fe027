package dev.kubechat.execute.print;

import dev.kubechat.execute.print.TemplateNode.Chain;
import dev.kubechat.execute.print.TemplateNode.Command;
import dev.kubechat.execute.print.TemplateNode.Field;
import dev.kubechat.execute.print.TemplateNode.Pipe;
import dev.kubechat.execute.print.TemplateNode.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the pipelines of a Go template, and keeps its variables. */
final class TemplateEval {

    record Named(String name, TemplateValue value) {}

    private final TemplateErrors errors;
    private final boolean allowMissing;
    private List<Named> variables = new ArrayList<>();

    TemplateEval(TemplateErrors errors, boolean allowMissing) {
        this.errors = errors;
        this.allowMissing = allowMissing;
    }

    TemplateErrors errors() {
        return errors;
    }

    List<Named> variables() {
        return variables;
    }

    /** A template that is called sees no variables but its own. */
    List<Named> leave() {
        var outer = variables;
        variables = new ArrayList<>();
        return outer;
    }

    void enter(List<Named> outer) {
        variables = outer;
    }

    void push(String name, TemplateValue value) {
        variables.add(new Named(name, value));
    }

    void pop(int mark) {
        variables.subList(mark, variables.size()).clear();
    }

    /** The innermost of that name. */
    void set(String name, TemplateValue value) {
        for (var i = variables.size() - 1; i >= 0; i--) {
            if (variables.get(i).name().equals(name)) {
                variables.set(i, new Named(name, value));
                return;
            }
        }
        throw errors.error("undefined variable: " + name);
    }

    private TemplateValue variable(String name) {
        for (var i = variables.size() - 1; i >= 0; i--) {
            if (variables.get(i).name().equals(name)) {
                return variables.get(i).value();
            }
        }
        throw errors.error("undefined variable: " + name);
    }

    TemplateValue pipeline(Pipe pipe, TemplateValue dot) {
        errors.at(pipe);
        TemplateValue value = null;
        for (var command : pipe.commands()) {
            value = command(command, dot, value);
            if (value.isBoxed()) {
                value = value.unboxed();
            }
        }
        var result = value == null ? TemplateValue.NONE : value;
        for (var variable : pipe.variables()) {
            if (pipe.assigns()) {
                set(variable.names().getFirst(), result);
            } else {
                push(variable.names().getFirst(), result);
            }
        }
        return result;
    }

    /** @param last what the command before it came to; null if there was none */
    private TemplateValue command(
            Command command, TemplateValue dot, @Nullable TemplateValue last) {
        var words = command.words();
        var hasArguments = words.size() > 1 || last != null;
        return switch (words.getFirst()) {
            case Field field -> {
                errors.at(field);
                yield fields(dot, field.names(), hasArguments);
            }
            case Chain chain -> chain(chain, dot, hasArguments);
            case Variable variable -> variable(variable, hasArguments);
            case TemplateNode.Function function -> function(function, command, dot, last);
            case Pipe pipe -> {
                checkNoFunction(words.getFirst(), hasArguments);
                yield pipeline(pipe, dot);
            }
            case TemplateNode first -> {
                errors.at(first);
                checkNoFunction(first, hasArguments);
                yield simple(first, dot);
            }
        };
    }

    private void checkNoFunction(TemplateNode node, boolean hasArguments) {
        if (hasArguments) {
            throw errors.error("can't give argument to non-function " + node);
        }
    }

    private TemplateValue simple(TemplateNode node, TemplateValue dot) {
        return switch (node) {
            case TemplateNode.Dot _ -> dot;
            case TemplateNode.Literal(int _, var _, var value) -> TemplateValue.of(value);
            case TemplateNode.Nil _ -> throw errors.error("nil is not a command");
            default ->
                    throw errors.error("can't evaluate command " + GoText.quoted(node.toString()));
        };
    }

    private TemplateValue chain(Chain chain, TemplateValue dot, boolean hasArguments) {
        errors.at(chain);
        if (chain.node() instanceof TemplateNode.Nil) {
            throw errors.error("indirection through explicit nil in " + chain);
        }
        var value = argument(chain.node(), dot);
        return fields(value, chain.names(), hasArguments);
    }

    private TemplateValue variable(Variable variable, boolean hasArguments) {
        errors.at(variable);
        var value = variable(variable.names().getFirst());
        if (variable.names().size() == 1) {
            checkNoFunction(variable, hasArguments);
            return value;
        }
        return fields(value, variable.names().subList(1, variable.names().size()), hasArguments);
    }

    private TemplateValue fields(TemplateValue from, List<String> names, boolean hasArguments) {
        var value = from;
        for (var i = 0; i < names.size(); i++) {
            value = field(value, names.get(i), hasArguments && i == names.size() - 1);
        }
        return value;
    }

    private TemplateValue field(TemplateValue from, String name, boolean hasArguments) {
        if (!from.isThere()) {
            if (!allowMissing) {
                throw errors.error("nil data; no entry for key " + GoText.quoted(name));
            }
            return TemplateValue.NONE;
        }
        if (from.value() == null) {
            throw errors.error("nil pointer evaluating %s.%s".formatted(from.type(), name));
        }
        if (!(from.value() instanceof Map<?, ?> map)) {
            throw errors.error("can't evaluate field %s in type %s".formatted(name, from.type()));
        }
        if (hasArguments) {
            throw errors.error(name + " is not a method but has arguments");
        }
        if (map.containsKey(name)) {
            return TemplateValue.element(map.get(name));
        }
        if (!allowMissing) {
            throw errors.error("map has no entry for key " + GoText.quoted(name));
        }
        return TemplateValue.NONE;
    }

    private TemplateValue function(
            TemplateNode.Function function,
            TemplateNode command,
            TemplateValue dot,
            @Nullable TemplateValue last) {
        errors.at(function);
        var words = command instanceof Command(int _, var all) ? all : List.of(command);
        var name = function.name();
        TemplateFunctions.checkCount(name, words.size() - 1 + (last == null ? 0 : 1), errors);
        var arguments = new ArrayList<TemplateValue>();
        for (var word : words.subList(1, words.size())) {
            var argument = argument(word, dot);
            if ((name.equals("and") || name.equals("or"))
                    && argument.isTrue() == name.equals("or")) {
                return argument;
            }
            TemplateFunctions.checkType(name, argument, errors);
            arguments.add(argument);
        }
        if (last != null) {
            TemplateFunctions.checkType(name, last, errors);
            arguments.add(last);
        }
        try {
            return TemplateFunctions.call(name, arguments);
        } catch (PrintError wrong) {
            errors.at(command);
            var isCalled = name.equals("call") && words.size() > 1;
            throw errors.error(
                    "error calling %s: %s"
                            .formatted(
                                    name,
                                    isCalled
                                            ? notCallable(words.get(1), arguments.getFirst(), wrong)
                                            : wrong.words()));
        }
    }

    // Go tells what was called as it was written
    private static String notCallable(TemplateNode node, TemplateValue value, PrintError wrong) {
        return value.isThere()
                ? "non-function %s of type %s".formatted(node, GoText.type(value.value()))
                : wrong.words();
    }

    private TemplateValue argument(TemplateNode node, TemplateValue dot) {
        errors.at(node);
        return switch (node) {
            case Field field -> fields(dot, field.names(), false);
            case Variable variable -> variable(variable, false);
            case Pipe pipe -> pipeline(pipe, dot);
            case TemplateNode.Function function -> function(function, function, dot, null);
            case Chain chain -> chain(chain, dot, false);
            case TemplateNode.Nil _ -> TemplateValue.NONE;
            default -> simple(node, dot);
        };
    }
}
