package dev.kubechat.execute.print;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A part of a Go template, with the place in it that an error would name, in chars. */
sealed interface TemplateNode {

    int at();

    record Text(int at, String text) implements TemplateNode {
        @Override
        public String toString() {
            return text;
        }
    }

    record Action(int at, Pipe pipe) implements TemplateNode {
        @Override
        public String toString() {
            return "{{" + pipe + "}}";
        }
    }

    /** @param word if, range or with */
    record Branch(
            int at,
            String word,
            Pipe pipe,
            List<TemplateNode> body,
            @Nullable List<TemplateNode> otherwise)
            implements TemplateNode {
        @Override
        public String toString() {
            return "{{%s %s}}%s%s{{end}}"
                    .formatted(
                            word,
                            pipe,
                            shown(body),
                            otherwise == null ? "" : "{{else}}" + shown(otherwise));
        }
    }

    record Call(int at, String name, @Nullable Pipe pipe) implements TemplateNode {
        @Override
        public String toString() {
            return "{{template %s%s}}"
                    .formatted(GoText.quoted(name), pipe == null ? "" : " " + pipe);
        }
    }

    /** @param word break or continue */
    record Jump(int at, String word) implements TemplateNode {
        @Override
        public String toString() {
            return "{{" + word + "}}";
        }
    }

    /** @param word else or end, and what follows an else */
    record Ending(int at, String word) implements TemplateNode {
        @Override
        public String toString() {
            return "{{" + word + "}}";
        }
    }

    record Pipe(int at, boolean assigns, List<Variable> variables, List<Command> commands)
            implements TemplateNode {
        @Override
        public String toString() {
            var values =
                    commands.stream().map(Command::toString).collect(Collectors.joining(" | "));
            return variables.isEmpty()
                    ? values
                    : variables.stream().map(Variable::toString).collect(Collectors.joining(", "))
                            + (assigns ? " = " : " := ")
                            + values;
        }
    }

    record Command(int at, List<TemplateNode> words) implements TemplateNode {
        @Override
        public String toString() {
            return words.stream().map(TemplateNode::inParens).collect(Collectors.joining(" "));
        }
    }

    record Field(int at, List<String> names) implements TemplateNode {
        @Override
        public String toString() {
            return "." + String.join(".", names);
        }
    }

    /** @param names the variable's with its dollar sign, and fields of it */
    record Variable(int at, List<String> names) implements TemplateNode {
        @Override
        public String toString() {
            return String.join(".", names);
        }
    }

    record Chain(int at, TemplateNode node, List<String> names) implements TemplateNode {
        @Override
        public String toString() {
            return inParens(node) + "." + String.join(".", names);
        }
    }

    record Function(int at, String name) implements TemplateNode {
        @Override
        public String toString() {
            return name;
        }
    }

    record Dot(int at) implements TemplateNode {
        @Override
        public String toString() {
            return ".";
        }
    }

    record Nil(int at) implements TemplateNode {
        @Override
        public String toString() {
            return "nil";
        }
    }

    /** @param written as in the template */
    record Literal(int at, String written, Object value) implements TemplateNode {
        @Override
        public String toString() {
            return written;
        }
    }

    private static String inParens(TemplateNode node) {
        return node instanceof Pipe ? "(" + node + ")" : node.toString();
    }

    private static String shown(List<TemplateNode> nodes) {
        return nodes.stream().map(TemplateNode::toString).collect(Collectors.joining());
    }
}
