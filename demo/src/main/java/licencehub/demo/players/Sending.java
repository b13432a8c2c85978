package licencehub.demo.players;

import tools.jackson.databind.node.ObjectNode;

/** One document on its way out of a department, with what is wrong with it. */
public record Sending(ObjectNode document, Blemish blemish) {
  /** The sender's number. */
  public String id() {
    return document.required("id").asString();
  }
}
