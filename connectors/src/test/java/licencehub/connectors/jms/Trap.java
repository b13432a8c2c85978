package licencehub.connectors.jms;

import java.io.ObjectInputStream;
import java.io.Serializable;

/** Notices when it is deserialised. */
final class Trap implements Serializable {
  private static final long serialVersionUID = 1L;

  static volatile boolean sprung;

  private void readObject(ObjectInputStream in) {
    sprung = true;
  }
}
