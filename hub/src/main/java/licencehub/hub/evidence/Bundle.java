package licencehub.hub.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of one bundle, in the order of {@link BundleLayout}; can be written more than once. */
public final class Bundle {
  private final List<Part> parts;

  Bundle(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Writes the file, piece by piece; always the same bytes. */
  public void writeTo(OutputStream out) throws IOException {
    List<Part> all = new ArrayList<>();
    all.add(sums());
    all.addAll(parts);
    StoredZip.write(all, out);
  }

  List<Part> parts() {
    return parts;
  }

  /** What the first part must be. */
  Part sums() {
    String lines =
        parts.stream()
            .map(it -> it.digest() + "  " + it.name() + "\n")
            .collect(Collectors.joining());
    return Part.of(BundleLayout.SUMS, lines.getBytes(US_ASCII));
  }
}
