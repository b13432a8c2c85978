package licencehub.hub.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A PDF of one empty page that says which licence it is. */
final class PlainPdf {
  private PlainPdf() {}

  static Path write(Path file, String number) throws IOException {
    List<String> objects =
        List.of(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>",
            "<</ZZBH(" + number + ")>>");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("%PDF-1.7\n".getBytes(US_ASCII));
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      places.add(out.size());
      out.writeBytes((i + 1 + " 0 obj\n" + objects.get(i) + "\nendobj\n").getBytes(US_ASCII));
    }
    int table = out.size();
    StringBuilder end = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
    places.forEach(it -> end.append(String.format(Locale.ROOT, "%010d 00000 n \n", it)));
    end.append("trailer\n<</Size 5/Root 1 0 R/Info 4 0 R/ID[<00><00>]>>\nstartxref\n");
    out.writeBytes(end.append(table).append("\n%%EOF\n").toString().getBytes(US_ASCII));
    return Files.write(file, out.toByteArray());
  }
}
