package hanji.web;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The templates that sources hand to `Problem` and `Sentence`, as they stand in the sources.
final class ProblemTemplates {

    private static final Set<String> FACTORIES =
            Set.of("badInput", "forbidden", "notFound", "gone", "conflict");

    /// @param file without its folder
    /// @param args how many arguments it is given there
    record Template(String file, String text, int args) {}

    /// @param file without its folder
    /// @param expression in the place of a template
    record Unknown(String file, String expression) {}

    final List<Template> templates = new ArrayList<>();
    final List<Unknown> unknown = new ArrayList<>();

    private final Map<String, ExpressionTree> constants = new HashMap<>();
    private final Set<String> sentences = new HashSet<>();

    static ProblemTemplates in(Path sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> found = Files.walk(sources);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> java = found.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(java));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            ProblemTemplates templates = new ProblemTemplates();
            units.forEach(unit -> templates.new Declarations().scan(unit, null));
            units.forEach(unit -> templates.new Calls(unit).scan(unit, null));
            return templates;
        }
    }

    /// What may stand in the place of a template: constants, and methods that make a `Sentence`.
    private final class Declarations extends TreeScanner<Void, String> {

        @Override
        public Void visitClass(ClassTree node, String outer) {
            return super.visitClass(node, node.getSimpleName().toString());
        }

        @Override
        public Void visitVariable(VariableTree node, String owner) {
            if (node.getInitializer() != null && node.getModifiers().toString().contains("final")) {
                constants.put(owner + "." + node.getName(), node.getInitializer());
            }
            return super.visitVariable(node, owner);
        }

        @Override
        public Void visitMethod(MethodTree node, String owner) {
            if (node.getReturnType() != null
                    && node.getReturnType().toString().matches("(@Nullable )?Sentence")) {
                sentences.add(node.getName().toString());
            }
            return super.visitMethod(node, owner);
        }
    }

    private final class Calls extends TreeScanner<Void, String> {

        private final String file;

        Calls(CompilationUnitTree unit) {
            String path = unit.getSourceFile().getName();
            this.file = path.substring(path.lastIndexOf("hanji/"));
        }

        @Override
        public Void visitClass(ClassTree node, String outer) {
            return super.visitClass(node, node.getSimpleName().toString());
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree node, String owner) {
            if (node.getMethodSelect() instanceof MemberSelectTree called) {
                String on = called.getExpression().toString();
                String name = called.getIdentifier().toString();
                if (on.equals("Problem") && FACTORIES.contains(name)
                        || on.equals("Sentence") && name.equals("of")) {
                    template(owner, node.getArguments());
                }
            }
            return super.visitMethodInvocation(node, owner);
        }

        @Override
        public Void visitNewClass(NewClassTree node, String owner) {
            List<? extends ExpressionTree> given = node.getArguments();
            if (node.getIdentifier().toString().equals("Problem")
                    && !given.getFirst().toString().endsWith("SETUP")) {
                template(owner, given.subList(1, given.size()));
            }
            return super.visitNewClass(node, owner);
        }

        private void template(String owner, List<? extends ExpressionTree> given) {
            ExpressionTree first = given.getFirst();
            if (given.size() == 1 && isSentence(first)) {
                return;
            }
            List<String> texts = texts(owner, first);
            if (texts == null) {
                unknown.add(new Unknown(file, first.toString()));
            } else {
                texts.forEach(text -> templates.add(new Template(file, text, given.size() - 1)));
            }
        }

        private boolean isSentence(ExpressionTree expression) {
            return expression instanceof MethodInvocationTree call
                    && (call.getMethodSelect() instanceof IdentifierTree own
                            ? sentences.contains(own.getName().toString())
                            : call.getMethodSelect().toString().equals("Sentence.of"));
        }
    }

    /// All that a constant expression may be; null when it is none.
    private @Nullable List<String> texts(String owner, @Nullable Tree expression) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String text ->
                    List.of(text);
            case ParenthesizedTree inner -> texts(owner, inner.getExpression());
            case ConditionalExpressionTree either ->
                    all(
                            texts(owner, either.getTrueExpression()),
                            texts(owner, either.getFalseExpression()));
            case BinaryTree plus when plus.getKind() == Tree.Kind.PLUS ->
                    joined(
                            texts(owner, plus.getLeftOperand()),
                            texts(owner, plus.getRightOperand()));
            case IdentifierTree name -> texts(owner, constants.get(owner + "." + name.getName()));
            case MemberSelectTree name -> texts(owner, constants.get(name.toString()));
            case SwitchExpressionTree choice -> texts(owner, choice);
            case YieldTree chosen -> texts(owner, chosen.getValue());
            case null, default -> null;
        };
    }

    private @Nullable List<String> texts(String owner, SwitchExpressionTree choice) {
        List<String> all = List.of();
        for (CaseTree one : choice.getCases()) {
            all = all(all, texts(owner, one.getBody()));
        }
        return all;
    }

    private static @Nullable List<String> all(
            @Nullable List<String> some, @Nullable List<String> others) {
        return some == null || others == null
                ? null
                : Stream.of(some, others).flatMap(List::stream).toList();
    }

    private static @Nullable List<String> joined(
            @Nullable List<String> heads, @Nullable List<String> tails) {
        return heads == null || tails == null
                ? null
                : heads.stream()
                        .flatMap(head -> Objects.requireNonNull(tails).stream().map(head::concat))
                        .toList();
    }
}
