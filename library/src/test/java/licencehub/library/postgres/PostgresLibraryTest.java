package licencehub.library.postgres;

import java.nio.file.Path;
import java.util.List;
import licencehub.library.FolderedPostgres;
import licencehub.library.LibraryContract;
import licencehub.library.LibraryKind;

class PostgresLibraryTest extends LibraryContract {
  @Override
  protected LibraryKind kind() {
    return new FolderedPostgres();
  }

  @Override
  protected List<Path> files(Path folder) {
    return FolderedPostgres.files(folder);
  }
}
