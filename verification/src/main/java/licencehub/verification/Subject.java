package licencehub.verification;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import licencehub.model.code.CreditCode;
import licencehub.verification.file.Faults;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Who a certificate is for: an organisation in China.
 *
 * @param name its name, for example 深圳市市场监督管理局
 * @param code its credit code, written as organizationIdentifier (ETSI EN 319 412-1); null for an
 *     authority that has none
 */
public record Subject(String name, @Nullable CreditCode code) {
  private static final ASN1ObjectIdentifier ORGANIZATION_IDENTIFIER =
      BCStyle.ORGANIZATION_IDENTIFIER;

  public static Subject of(String name) {
    return new Subject(name, null);
  }

  public static Subject of(String name, CreditCode code) {
    return new Subject(name, code);
  }

  /**
   * Organisation and name in a certificate, as its authority wrote them; empty where there are
   * none.
   */
  static Optional<String> named(byte[] certificate) {
    X500Name name = Certificate.getInstance(certificate).getSubject();
    String shown =
        Stream.of(BCStyle.O, BCStyle.CN)
            .flatMap(it -> Stream.of(name.getRDNs(it)))
            .map(it -> it.getFirst().getValue())
            .map(it -> it instanceof ASN1String text ? text.getString() : String.valueOf(it))
            .distinct()
            .collect(Collectors.joining(" "));
    return Optional.of(Faults.plain(shown)).filter(it -> !it.isBlank());
  }

  X500Name distinguishedName() {
    X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
    builder.addRDN(BCStyle.C, "CN");
    builder.addRDN(BCStyle.O, name);
    if (code != null) {
      builder.addRDN(ORGANIZATION_IDENTIFIER, code.text());
    }
    return builder.build();
  }
}
