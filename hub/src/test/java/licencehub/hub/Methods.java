package licencehub.hub;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The methods of some source files, by the compiler's own reading of them. */
record Methods(List<Path> sources) {
  /** File, name and length of each method whose body has more lines. */
  List<String> longerThan(int lines) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new TooLong(unit, positions, lines, found), null);
      }
    }
    return found;
  }

  private static final class TooLong extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final int most;
    private final List<String> found;

    TooLong(CompilationUnitTree unit, SourcePositions positions, int most, List<String> found) {
      this.unit = unit;
      this.positions = positions;
      this.most = most;
      this.found = found;
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      if (method.getBody() != null) {
        long first = line(positions.getStartPosition(unit, method.getBody()));
        long last = line(positions.getEndPosition(unit, method.getBody()));
        note(method, last - first - 1);
      }
      return super.visitMethod(method, null);
    }

    private void note(MethodTree method, long lines) {
      if (lines > most) {
        Path file = Path.of(unit.getSourceFile().toUri()).getFileName();
        found.add(file + " " + method.getName() + ": " + lines);
      }
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }
}
