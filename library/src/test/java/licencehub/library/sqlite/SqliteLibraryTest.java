package licencehub.library.sqlite;

import licencehub.library.LibraryContract;
import licencehub.library.LibraryKind;

class SqliteLibraryTest extends LibraryContract {
  @Override
  protected LibraryKind kind() {
    return new SqliteKind();
  }
}
