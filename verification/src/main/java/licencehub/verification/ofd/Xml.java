package licencehub.verification.ofd;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;

/**
 * Reads the XML of a package: no document type, so no entities of any kind, and bounded in depth
 * and number. For one thread.
 */
final class Xml {
  private static final int MOST_ELEMENTS = 20_000;
  private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
  private final int depth;

  Xml(int depth) {
    this.depth = depth;
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside is read");
        });
  }

  /** The root element. */
  XmlElement parse(byte[] bytes, String name) throws Refused {
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        return root(reader, name);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException | RuntimeException e) {
      // The platform's parser answers some damage with unchecked exceptions.
      throw Faults.unreadable("XML已损坏：" + Faults.shown(name), "damaged XML: " + Faults.shown(name));
    }
  }

  private XmlElement root(XMLStreamReader reader, String name) throws XMLStreamException, Refused {
    XmlElement document = new XmlElement("");
    Deque<XmlElement> open = new ArrayDeque<>();
    open.push(document);
    int elements = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT
          && (open.size() > depth || elements++ > MOST_ELEMENTS)) {
        throw Faults.beyond(
            "XML嵌套过深或元素过多：" + Faults.shown(name),
            "the XML is nested too deep or has too many elements: " + Faults.shown(name));
      }
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw Faults.unsafe(
            "XML含文档类型定义或实体：" + Faults.shown(name),
            "the XML has a document type or entities: " + Faults.shown(name));
      }
      take(event, reader, open);
    }
    return document.children().get(0);
  }

  private static void take(int event, XMLStreamReader reader, Deque<XmlElement> open) {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> {
        XmlElement element = element(reader);
        open.getFirst().add(element);
        open.push(element);
      }
      case XMLStreamConstants.END_ELEMENT -> open.pop();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
          open.getFirst().append(reader.getText());
      default -> {}
    }
  }

  private static XmlElement element(XMLStreamReader reader) {
    XmlElement element = new XmlElement(reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return element;
  }
}
