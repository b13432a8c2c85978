package licencehub.connectors.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A folder where a department leaves files, here or on a server. Paths are relative to it. */
interface Drop extends Closeable {
  /** The regular files in the folder itself, links left out, at most so many. */
  List<Listed> list(int most) throws IOException;

  /** What stands at a path, empty when nothing does. */
  Optional<Listed> look(String path) throws IOException;

  /** Reads a file from one byte on. */
  InputStream read(String path, long from) throws IOException;

  /** Renames a file into {@code to}, whose folder is made if needed and where nothing stands. */
  void move(String path, String to) throws IOException;

  /** Writes a small file whole. */
  void write(String path, byte[] content) throws IOException;

  /**
   * @param modified milliseconds since 1970
   */
  record Listed(String name, long size, long modified) {}

  /** Reaches the folder. */
  interface Opener extends Closeable {
    Drop open() throws IOException;
  }
}
