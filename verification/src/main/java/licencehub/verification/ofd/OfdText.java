package licencehub.verification.ofd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a small OFD: one A4 page of text, with metadata (GB/T 33190 sections 7 and 8). */
public final class OfdText {
  static final String NAMESPACE = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final int LEFT = 25;
  private static final int TOP = 30;
  private static final int LINE = 9;
  private static final int SIZE = 5;
  private static final int FIRST_TEXT = 5;

  private OfdText() {}

  public static void write(
      Path file,
      String documentId,
      String title,
      Map<String, List<String>> entries,
      List<String> lines)
      throws IOException {
    try (ZipWriter zip = new ZipWriter(file)) {
      zip.add("OFD.xml", xml(root(documentId, title, entries)));
      zip.add("Doc_0/Document.xml", xml(document(lines.size())));
      zip.add("Doc_0/PublicRes.xml", xml(resources()));
      zip.add("Doc_0/Pages/Page_0/Content.xml", xml(page(lines)));
    }
  }

  static byte[] xml(String body) {
    return (HEAD + body).getBytes(UTF_8);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
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

  private static String document(int lines) {
    return "<ofd:Document "
        + NAMESPACE
        + "><ofd:CommonData><ofd:MaxUnitID>"
        + (FIRST_TEXT + lines)
        + "</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
        + "</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData>"
        + "<ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages>"
        + "</ofd:Document>";
  }

  private static String resources() {
    return "<ofd:Res "
        + NAMESPACE
        + " BaseLoc=\"Res\"><ofd:Fonts><ofd:Font ID=\"2\" FontName=\"宋体\" FamilyName=\"宋体\"/>"
        + "</ofd:Fonts></ofd:Res>";
  }

  private static String page(List<String> lines) {
    StringBuilder all = new StringBuilder("<ofd:Page ").append(NAMESPACE);
    all.append("><ofd:Content><ofd:Layer ID=\"3\">");
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      all.append("<ofd:TextObject ID=\"").append(FIRST_TEXT + i).append("\" Boundary=\"");
      all.append(LEFT).append(' ').append(TOP + i * LINE).append(" 160 ").append(LINE);
      all.append("\" Font=\"2\" Size=\"").append(SIZE).append("\"><ofd:TextCode X=\"0\" Y=\"");
      all.append(SIZE).append("\" DeltaX=\"g ").append(line.length()).append(' ').append(SIZE);
      all.append("\">").append(escaped(line)).append("</ofd:TextCode></ofd:TextObject>");
    }
    return all.append("</ofd:Layer></ofd:Content></ofd:Page>").toString();
  }
}
