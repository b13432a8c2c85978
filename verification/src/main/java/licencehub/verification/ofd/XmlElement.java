package licencehub.verification.ofd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of a small XML document, by local names. Prefixes differ from maker to maker. */
public final class XmlElement {
  private final String name;
  private final Map<String, String> attributes = new HashMap<>();
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  XmlElement(String name) {
    this.name = name;
  }

  void add(XmlElement child) {
    children.add(child);
  }

  void attribute(String key, String value) {
    attributes.put(key, value);
  }

  void append(String more) {
    text.append(more);
  }

  boolean is(String wanted) {
    return name.equals(wanted);
  }

  /** Its local name. */
  public String name() {
    return name;
  }

  public String text() {
    return text.toString().strip();
  }

  public Optional<String> attribute(String key) {
    return Optional.ofNullable(attributes.get(key));
  }

  public List<XmlElement> children() {
    return children;
  }

  public List<XmlElement> children(String wanted) {
    return children.stream().filter(it -> it.is(wanted)).toList();
  }

  public Optional<XmlElement> child(String wanted) {
    return children.stream().filter(it -> it.is(wanted)).findFirst();
  }

  /** The text of a child; empty where there is none or it has none. */
  public Optional<String> textOf(String wanted) {
    return child(wanted).map(XmlElement::text).filter(it -> !it.isEmpty());
  }
}
