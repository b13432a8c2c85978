package licencehub.hub.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What somebody can make who changes a part of a bundle and knows how bundles are written. */
public final class Forgery {
  private Forgery() {}

  /** The same bundle with one part replaced, digests and all. */
  public static Path of(Path bundle, String part, UnaryOperator<byte[]> change, Path to)
      throws IOException {
    BundleFile sound = BundleFile.open(bundle);
    List<Part> parts = new ArrayList<>();
    for (String name : BundleLayout.ORDER) {
      if (sound.has(name)) {
        byte[] bytes = sound.bytes(name);
        parts.add(Part.of(name, name.equals(part) ? change.apply(bytes) : bytes));
      }
    }
    try (OutputStream out = Files.newOutputStream(to)) {
      new Bundle(parts).writeTo(out);
    }
    return to;
  }
}
