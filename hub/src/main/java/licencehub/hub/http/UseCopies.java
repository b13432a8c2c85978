package licencehub.hub.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import licencehub.hub.access.Caller;
import licencehub.hub.copies.UseCopy;
import licencehub.hub.copies.UseCopyMaker;
import licencehub.library.Access.LookupReason;
import licencehub.model.Text;
import licencehub.model.code.CreditCode;
import licencehub.routes.use.UseLook;
import licencehub.sharing.Licence;
import licencehub.sharing.type.LicenceType;
import licencehub.sharing.use.Disclosure;
import licencehub.sharing.use.Use;

/** Makes the use copy that a use code allows. It shows the whole face, as grants of copies say. */
final class UseCopies {
  private final UseCopyMaker maker;
  private final Text hub;

  /**
   * @param hub its name, as copies show it
   */
  UseCopies(UseCopyMaker maker, Text hub) {
    this.maker = maker;
    this.hub = hub;
  }

  Answer of(Call call, LookupReason reason, UseLook.Clear look) {
    Use use = look.use();
    Licence licence = look.licence();
    LicenceType type = look.type();
    UseCopy copy =
        new UseCopy(
            licence.identifier(),
            licence.name(),
            Disclosure.granted(licence, type, Set.copyOf(type.allFields())),
            new UseCopy.Annotation(
                reason.purpose(),
                maker(call.caller()),
                reason.operator(),
                use.caseNumber(),
                use.code(),
                hub,
                call.at(),
                use.expires()));
    // A page of text: small enough to be whole before the first byte leaves.
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      maker.write(copy, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String name = "attachment; filename=\"" + use.code() + ".ofd\"";
    return new Answer.Document(
        200, maker.mediaType(), file.toByteArray(), Map.of("Content-Disposition", name));
  }

  private static String maker(Caller caller) {
    CreditCode organisation = caller.department();
    return organisation == null ? caller.name() : organisation.text();
  }
}
