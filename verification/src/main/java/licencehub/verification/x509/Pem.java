package licencehub.verification.x509;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Text armour (RFC 7468). */
public final class Pem {
  private Pem() {}

  /** One armoured block. */
  public record Block(String label, byte[] content) {}

  /**
   * All blocks of a text, in order; text around them is passed over.
   *
   * @throws IOException for a block that does not end or is not base64
   */
  public static List<Block> read(byte[] text) throws IOException {
    List<Block> blocks = new ArrayList<>();
    try (PemReader reader = new PemReader(new StringReader(new String(text, US_ASCII)))) {
      for (PemObject it = reader.readPemObject(); it != null; it = reader.readPemObject()) {
        blocks.add(new Block(it.getType(), it.getContent()));
      }
    } catch (RuntimeException e) {
      // The base64 decoder's own exception is unchecked.
      throw new IOException("a PEM block is damaged", e);
    }
    return blocks;
  }

  public static byte[] write(List<Block> blocks) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      for (Block block : blocks) {
        writer.writeObject(new PemObject(block.label(), block.content()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return text.toString().getBytes(US_ASCII);
  }
}
