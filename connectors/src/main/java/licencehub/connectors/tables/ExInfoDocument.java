package licencehub.connectors.tables;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import licencehub.model.Reason;
import licencehub.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ExInfo document, {@code <ExInfo><standardInfo process="EX_GDBS_SB"><Field
 * FieldName="SBLSH">…}. Believes nothing of it: no document type, no entities but XML's own five,
 * limits on bytes, depth, rows, fields and text.
 */
final class ExInfoDocument {
  private static final int MOST_BYTES = 16 << 20;
  private static final int MOST_ROWS = 10_000;
  private static final int MOST_FIELDS = 500;
  private static final int MOST_TEXT = 1 << 20;
  private static final int FIELD_DEPTH = 3;
  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader xml;
  private final List<RowJson> rows = new ArrayList<>();
  private int depth;
  private String table = "";
  private Map<String, @Nullable String> cells = new LinkedHashMap<>();
  private String field = "";
  private StringBuilder text = new StringBuilder();

  private ExInfoDocument(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** The rows of a document, in order, at least one. */
  static List<RowJson> read(byte[] bytes) throws RowJson.Unreadable {
    if (bytes.length > MOST_BYTES) {
      throw limit("字节", "bytes", MOST_BYTES);
    }
    try {
      XMLStreamReader xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        return new ExInfoDocument(xml).rows();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException | RuntimeException notXml) {
      throw unreadable("不是格式良好的 XML", "it is not well-formed XML");
    }
  }

  private List<RowJson> rows() throws XMLStreamException, RowJson.Unreadable {
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> start();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            characters();
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw unreadable("不允许 DTD 和实体", "document types and entities are not allowed");
        default -> {}
      }
    }
    if (rows.isEmpty()) {
      throw unreadable("没有 standardInfo 元素", "it has no standardInfo element");
    }
    return rows;
  }

  private void start() throws RowJson.Unreadable {
    depth++;
    String wanted =
        switch (depth) {
          case 1 -> "ExInfo";
          case 2 -> "standardInfo";
          case FIELD_DEPTH -> "Field";
          default -> "";
        };
    if (!xml.getLocalName().equals(wanted)) {
      throw unreadable(
          "第 " + depth + " 层元素应为 " + name(wanted),
          "level %d must be %s".formatted(depth, name(wanted)));
    }
    if (depth == 2) {
      table = attribute("process");
      cells = new LinkedHashMap<>();
    } else if (depth == FIELD_DEPTH) {
      field = attribute("FieldName");
      text = new StringBuilder();
    }
  }

  private void end() throws RowJson.Unreadable {
    if (depth == FIELD_DEPTH) {
      if (cells.size() == MOST_FIELDS) {
        throw limit("个 Field", "Field elements", MOST_FIELDS);
      }
      if (cells.putIfAbsent(field, text.toString()) != null) {
        throw unreadable(
            "同一 standardInfo 中 FieldName 重复", "a FieldName occurs twice in one standardInfo");
      }
    } else if (depth == 2) {
      if (rows.size() == MOST_ROWS) {
        throw limit("个 standardInfo", "standardInfo elements", MOST_ROWS);
      }
      rows.add(new RowJson(table, null, cells));
    }
    depth--;
  }

  private void characters() throws RowJson.Unreadable {
    if (depth == FIELD_DEPTH) {
      if (text.length() + xml.getTextLength() > MOST_TEXT) {
        throw limit("个字符的值", "characters in a value", MOST_TEXT);
      }
      text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
  }

  private String attribute(String name) throws RowJson.Unreadable {
    String value = xml.getAttributeValue(null, name);
    if (value == null || value.isBlank()) {
      throw unreadable("缺少属性 " + name, "attribute " + name + " is missing");
    }
    return value.strip();
  }

  private static String name(String wanted) {
    return wanted.isEmpty() ? "-" : wanted;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside the document is read");
        });
    return factory;
  }

  private static RowJson.Unreadable unreadable(String zh, String en) {
    return new RowJson.Unreadable(
        Reason.BYTES_UNREADABLE,
        "",
        Text.of(
            "无法按 ExInfo 文档读取：" + zh + "。",
            "This cannot be read as an ExInfo document: " + en + "."));
  }

  private static RowJson.Unreadable limit(String zh, String en, int most) {
    return new RowJson.Unreadable(
        Reason.BYTES_TOO_LARGE,
        "",
        Text.of(
            "ExInfo 文档超过 " + most + " " + zh + "的上限，请拆分后重报。",
            "The ExInfo document exceeds " + most + " " + en + "; split it and report again."));
  }
}
