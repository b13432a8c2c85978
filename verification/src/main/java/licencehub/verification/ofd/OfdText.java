package licencehub.verification.ofd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a small OFD: A4 pages of text, with metadata (GB/T 33190 sections 7 and 8). */
public final class OfdText {
  static final String NAMESPACE = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private static final Pattern UNWRITABLE =
      Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private OfdText() {}

  public static void write(
      Path file, String documentId, String title, Map<String, List<String>> entries, OfdPages pages)
      throws IOException {
    try (ZipWriter zip = new ZipWriter(file)) {
      zip.add("OFD.xml", xml(root(documentId, title, entries)));
      zip.add("Doc_0/Document.xml", xml(document(pages)));
      zip.add("Doc_0/PublicRes.xml", xml(resources()));
      for (int page = 0; page < pages.count(); page++) {
        zip.add("Doc_0/" + place(page), xml(pages.content(page)));
      }
    }
  }

  static byte[] xml(String body) {
    return (HEAD + body).getBytes(UTF_8);
  }

  /** What XML 1.0 cannot hold becomes a blank. */
  static String escaped(String text) {
    return UNWRITABLE
        .matcher(text)
        .replaceAll(" ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String root(String documentId, String title, Map<String, List<String>> entries) {
    String custom =
        entries.entrySet().stream()
            .flatMap(
                it ->
                    it.getValue().stream()
                        .map(
                            value ->
                                "<ofd:CustomData Name=\""
                                    + escaped(it.getKey())
                                    + "\">"
                                    + escaped(value)
                                    + "</ofd:CustomData>"))
            .collect(Collectors.joining());
    return "<ofd:OFD "
        + NAMESPACE
        + " Version=\"1.1\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>"
        + escaped(documentId)
        + "</ofd:DocID><ofd:Title>"
        + escaped(title)
        + "</ofd:Title><ofd:CustomDatas>"
        + custom
        + "</ofd:CustomDatas></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
        + "</ofd:DocBody></ofd:OFD>";
  }

  private static String document(OfdPages pages) {
    StringBuilder all = new StringBuilder("<ofd:Document ").append(NAMESPACE);
    all.append("><ofd:CommonData><ofd:MaxUnitID>").append(pages.id(pages.count()));
    all.append("</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>");
    all.append("</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>");
    all.append("<ofd:Pages>");
    for (int page = 0; page < pages.count(); page++) {
      all.append("<ofd:Page ID=\"").append(pages.id(page));
      all.append("\" BaseLoc=\"").append(place(page)).append("\"/>");
    }
    return all.append("</ofd:Pages></ofd:Document>").toString();
  }

  private static String place(int page) {
    return "Pages/Page_" + page + "/Content.xml";
  }

  private static String resources() {
    return "<ofd:Res "
        + NAMESPACE
        + " BaseLoc=\"Res\"><ofd:Fonts><ofd:Font ID=\"2\" FontName=\"宋体\" FamilyName=\"宋体\"/>"
        + "</ofd:Fonts></ofd:Res>";
  }
}
