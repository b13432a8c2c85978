package licencehub.hub.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import licencehub.model.MalformedValue;
import licencehub.model.code.CitizenNumber;
import licencehub.model.code.HolderCode;
import licencehub.model.code.HolderCodeType;
import licencehub.model.event.Holder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows a document without what identifies a person: names and codes of persons are masked wherever
 * they stand, telephone numbers too, and query passwords are left out.
 */
final class Masking {
  private static final Set<String> NEVER = Set.of("queryPassword");

  /** Of these nothing is shown; what a field should be may be anything about a person. */
  private static final Set<String> HIDDEN = Set.of("phone", "shouldBe");

  private static final Pattern CITIZEN =
      Pattern.compile("(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])");

  /** Keys of people who may come without a code. */
  private static final Set<String> PERSONS = Set.of("contact", "collector");

  private static final String CODE_TYPE = "codeType";
  private static final String CODE = "code";
  private static final String NAME = "name";
  private static final int SHORTEST_NAME = 2;

  private final Map<String, String> replaced = new HashMap<>();

  private Masking() {}

  /** The document as a tree of its own, masked. */
  static ObjectNode of(byte[] document) {
    return of(tree(document));
  }

  /** Masks the tree itself, for one who has read what is clear in it before. */
  static ObjectNode of(ObjectNode tree) {
    Masking masking = new Masking();
    masking.collect(tree);
    masking.mask(tree);
    return tree;
  }

  /** The document as it is but for what is never shown to anybody. */
  static ObjectNode withoutPasswords(byte[] document) {
    ObjectNode tree = tree(document);
    if (tree.get("data") instanceof ObjectNode data) {
      data.remove(NEVER);
    }
    return tree;
  }

  /** A text without the citizen numbers in it. */
  static String text(String text) {
    return CITIZEN.matcher(text).replaceAll(it -> Matcher.quoteReplacement(masked(it.group())));
  }

  static ObjectNode tree(byte[] document) {
    return (ObjectNode) Json.MAPPER.readTree(document);
  }

  /** Learns the persons first, for their names also stand in titles and remarks. */
  private void collect(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path(CODE_TYPE).isString()
        && object.path(CODE).isString()) {
      person(object);
    }
    for (String key : PERSONS) {
      learn(node.path(key).path(NAME).asString(""));
    }
    node.forEach(this::collect);
  }

  private void person(ObjectNode object) {
    String code = object.path(CODE).asString();
    try {
      HolderCodeType type = HolderCodeType.parse(object.path(CODE_TYPE).asString());
      if (type.isPerson()) {
        replaced.put(code, new HolderCode(type, code).masked());
        learn(object.path(NAME).asString(""));
      }
    } catch (MalformedValue e) {
      replaced.put(code, "****");
    }
  }

  private void learn(String name) {
    if (name.codePointCount(0, name.length()) >= SHORTEST_NAME) {
      HolderCode nobody = new HolderCode(HolderCodeType.OTHER_PERSON, "0");
      replaced.put(name, new Holder(name, nobody).maskedName());
    }
  }

  private void mask(JsonNode node) {
    switch (node) {
      case ObjectNode object -> {
        object.remove(NEVER);
        for (String key : HIDDEN) {
          if (object.path(key).isString()) {
            object.put(key, "****");
          }
        }
        for (String key : object.propertyNames().toArray(String[]::new)) {
          JsonNode value = object.get(key);
          if (value.isString()) {
            object.put(key, masked(value.asString(), key));
          } else {
            mask(value);
          }
        }
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          if (array.get(i).isString()) {
            array.set(i, masked(array.get(i).asString(), ""));
          } else {
            mask(array.get(i));
          }
        }
      }
      default -> {}
    }
  }

  private String masked(String value, String key) {
    String text = key.equals("identifier") || key.equals("subject") ? value : text(value);
    for (Map.Entry<String, String> it : replaced.entrySet()) {
      text = text.replace(it.getKey(), it.getValue());
    }
    return text;
  }

  private static String masked(String number) {
    try {
      return new CitizenNumber(number.toUpperCase(java.util.Locale.ROOT)).masked();
    } catch (MalformedValue e) {
      return number;
    }
  }
}
