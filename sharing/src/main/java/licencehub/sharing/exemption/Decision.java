package licencehub.sharing.exemption;

import java.util.List;
import licencehub.model.Text;
import licencehub.sharing.Licence;
import licencehub.sharing.item.RequiredDocument;

/** What is decided about one required document; whoever asks has to tell the three apart. */
public sealed interface Decision {
  RequiredDocument document();

  /**
   * It need not be submitted 免提交.
   *
   * @param licence the one that stands in for it
   * @param why in words, without personal data
   */
  record Exempt(RequiredDocument document, Licence licence, Text why) implements Decision {}

  /**
   * It must be submitted: everybody who could know has answered.
   *
   * @param objections what is wrong with each licence of an accepted type, or why there is none
   */
  record Submit(RequiredDocument document, List<Objection> objections) implements Decision {
    public Submit {
      objections = List.copyOf(objections);
    }
  }

  /**
   * Nobody can tell now, and it must not be taken for "submit it".
   *
   * @param silent who may know and did not answer, and until when; never empty
   * @param objections what is wrong with the licences that are known
   */
  record Undecided(RequiredDocument document, List<Silence> silent, List<Objection> objections)
      implements Decision {
    public Undecided {
      silent = List.copyOf(silent);
      objections = List.copyOf(objections);
      if (silent.isEmpty()) {
        throw new IllegalArgumentException("nothing is undecided unless somebody is silent");
      }
    }
  }
}
