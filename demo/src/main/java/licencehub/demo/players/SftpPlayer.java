package licencehub.demo.players;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** Leaves files of DSSE envelopes on its own SFTP server, renamed when complete. */
public final class SftpPlayer implements Player {
  private final Path folder;
  private final Envelopes envelopes;
  private long number;

  public SftpPlayer(Path folder, Envelopes envelopes) {
    this.folder = folder;
    this.envelopes = envelopes;
  }

  @Override
  public void send(List<Sending> sendings) {
    String name = String.format(Locale.ROOT, "%s-%06d.ndjson", sendings.getFirst().id(), ++number);
    Path unfinished = folder.resolve(name + ".part");
    try (OutputStream out = Files.newOutputStream(unfinished)) {
      for (Sending it : sendings) {
        out.write(envelopes.dsse(it));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {}
}
