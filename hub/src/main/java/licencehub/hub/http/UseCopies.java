package licencehub.hub.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
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
    byte[] file = file(call.caller(), reason, look, call.at(), look.use().expires());
    String name = "attachment; filename=\"" + look.use().code() + ".ofd\"";
    return new Answer.Document(200, maker.mediaType(), file, Map.of("Content-Disposition", name));
  }

  /**
   * @param end from when the copy counts no longer; not later than the use
   */
  byte[] file(Caller caller, LookupReason reason, UseLook.Clear look, Instant at, Instant end) {
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
                maker(caller),
                reason.operator(),
                use.caseNumber(),
                use.code(),
                hub,
                at,
                end));
    // A page of text: small enough to be whole before the first byte leaves.
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      maker.write(copy, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** What stands across whatever is shown for this use. */
  String watermark(Caller caller, LookupReason reason) {
    return UseCopy.watermark(maker(caller), reason.purpose());
  }

  private static String maker(Caller caller) {
    CreditCode organisation = caller.department();
    return organisation == null ? caller.name() : organisation.text();
  }
}
