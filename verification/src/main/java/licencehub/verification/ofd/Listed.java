package licencehub.verification.ofd;

import java.io.IOException;
import java.util.Optional;
import licencehub.verification.envelope.Refused;
import licencehub.verification.file.Faults;

/**
 * One signature of the package's list, with the files it consists of.
 *
 * @param file Signature.xml
 * @param value SignedValue.dat
 * @param seal Seal.esl, where there is one
 * @param sealed whether the list calls it a seal, which it does unless it says otherwise
 * @param info SignedInfo of Signature.xml
 */
record Listed(
    ZipItem file, ZipItem value, Optional<ZipItem> seal, boolean sealed, XmlElement info) {

  static Listed of(OfdPackage pack, XmlElement entry, String list) throws IOException, Refused {
    String location =
        entry
            .attribute("BaseLoc")
            .or(() -> entry.textOf("BaseLoc"))
            .orElseThrow(() -> lacks("BaseLoc"));
    ZipItem file = pack.required(location, list);
    XmlElement signature = pack.xml(file);
    XmlElement info = signature.child("SignedInfo").orElseThrow(() -> lacks("SignedInfo"));
    String value = signature.textOf("SignedValue").orElseThrow(() -> lacks("SignedValue"));
    Optional<String> seal = info.child("Seal").flatMap(it -> it.textOf("BaseLoc"));
    return new Listed(
        file,
        pack.required(value, file.name()),
        seal.isPresent() ? Optional.of(pack.required(seal.get(), file.name())) : Optional.empty(),
        !entry.attribute("Type").orElse("Seal").equals("Sign"),
        info);
  }

  private static Refused lacks(String what) {
    return Faults.unreadable("签名描述缺少" + what, "the description of a signature lacks " + what);
  }
}
