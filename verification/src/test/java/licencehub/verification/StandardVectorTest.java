package licencehub.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.HexFormat;
import licencehub.verification.envelope.Dsse;
import licencehub.verification.x509.BouncyCastle;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECNamedCurveParameterSpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.junit.jupiter.api.Test;

/** The examples printed in the standards. */
class StandardVectorTest {
  /** GB/T 32918.5-2017, annex A.2. */
  @Test
  void the_sm2_example_of_the_standard_verifies() throws Exception {
    ECNamedCurveParameterSpec curve = ECNamedCurveTable.getParameterSpec("sm2p256v1");
    BigInteger secret = hex("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8");
    PublicKey key =
        KeyFactory.getInstance("EC", BouncyCastle.PROVIDER)
            .generatePublic(new ECPublicKeySpec(curve.getG().multiply(secret), curve));
    byte[] signature =
        new DERSequence(
                new ASN1Integer[] {
                  new ASN1Integer(
                      hex("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3")),
                  new ASN1Integer(
                      hex("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"))
                })
            .getEncoded();
    Signature sm2 = Signature.getInstance(Algorithm.SM2_SM3.jca(), BouncyCastle.PROVIDER);
    sm2.initVerify(key);
    sm2.update("message digest".getBytes(UTF_8));
    assertThat(sm2.verify(signature)).isTrue();
  }

  /** GB/T 32905-2016, annex A.1. */
  @Test
  void the_sm3_example_of_the_standard_fits() throws Exception {
    assertThat(
            MessageDigest.getInstance(Algorithm.SM2_SM3.digest(), BouncyCastle.PROVIDER)
                .digest("abc".getBytes(UTF_8)))
        .isEqualTo(
            HexFormat.of()
                .parseHex("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
  }

  /** The pre-authentication encoding of the DSSE protocol document, with the hub's payload type. */
  @Test
  void the_dsse_encoding_is_the_documents() {
    assertThat(Dsse.signed("hello world".getBytes(UTF_8)))
        .asString(UTF_8)
        .isEqualTo("DSSEv1 28 application/cloudevents+json 11 hello world");
    assertThat(Dsse.signed("证".getBytes(UTF_8))).asString(UTF_8).endsWith(" 3 证");
  }

  private static BigInteger hex(String digits) {
    return new BigInteger(digits, 16);
  }
}
