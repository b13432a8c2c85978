package licencehub.connectors.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import licencehub.connectors.Configs;
import licencehub.connectors.Connector;
import licencehub.connectors.ConnectorContract;
import licencehub.connectors.SourceConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FolderConnectorTest extends ConnectorContract {
  @TempDir private Path home;

  @BeforeEach
  void make() throws IOException {
    Files.createDirectory(home.resolve("in"));
  }

  @Override
  protected Connector connector() {
    return new FolderConnector();
  }

  @Override
  protected SourceConfig config() {
    return Configs.unsigned("{\"folder\": \"in\"}", home);
  }

  @Override
  protected void put(int count) {
    Folders.drop(home.resolve("in"), count);
  }

  @Override
  protected Object state() {
    return Folders.picture(home);
  }

  @Override
  protected boolean cutOff() {
    rename("in", "away");
    return true;
  }

  @Override
  protected void restore() {
    rename("away", "in");
  }

  private void rename(String from, String to) {
    try {
      Files.move(home.resolve(from), home.resolve(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
