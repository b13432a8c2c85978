package licencehub.verification.envelope;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The identifiers of RFC 5652 and of GB/T 35275, and what they are called in policies. */
final class CmsNames {
  static final ASN1ObjectIdentifier SIGNED = CMSObjectIdentifiers.signedData;
  static final ASN1ObjectIdentifier DATA = CMSObjectIdentifiers.data;
  static final ASN1ObjectIdentifier GM_SIGNED = gm("6.1.4.2.2");
  static final ASN1ObjectIdentifier GM_DATA = gm("6.1.4.2.1");

  /** What GB/T 35275 equipment writes for "SM2 signature". */
  static final ASN1ObjectIdentifier GM_SM2_SIGN = gm("301.1");

  private static final ASN1ObjectIdentifier GM_SM3_PLAIN = gm("401.1");
  private static final int SALT = 32;

  private CmsNames() {}

  /** The policy's name, or the bare identifiers where the hub has no name for them. */
  static String algorithm(AlgorithmIdentifier digest, AlgorithmIdentifier signature) {
    ASN1ObjectIdentifier hash = digest.getAlgorithm();
    ASN1ObjectIdentifier sign = signature.getAlgorithm();
    boolean sm3 = hash.equals(GMObjectIdentifiers.sm3) || hash.equals(GM_SM3_PLAIN);
    boolean sha256 = hash.equals(NISTObjectIdentifiers.id_sha256);
    if (sm3 && isSm2(sign)) {
      return "SM2-SM3";
    }
    if (sha256 && (sign.equals(X9ObjectIdentifiers.ecdsa_with_SHA256) || isEcKey(sign))) {
      return "ES256";
    }
    if (sign.equals(EdECObjectIdentifiers.id_Ed25519)
        && hash.equals(NISTObjectIdentifiers.id_sha512)) {
      return "EdDSA";
    }
    if (sha256 && isRsa(sign)) {
      return "RS256";
    }
    if (sha256 && sign.equals(PKCSObjectIdentifiers.id_RSASSA_PSS) && isPs256(signature)) {
      return "PS256";
    }
    return hash.getId() + '/' + sign.getId();
  }

  private static boolean isSm2(ASN1ObjectIdentifier it) {
    return it.equals(GMObjectIdentifiers.sm2sign_with_sm3)
        || it.equals(GM_SM2_SIGN)
        || it.equals(GMObjectIdentifiers.sm2p256v1);
  }

  private static boolean isEcKey(ASN1ObjectIdentifier it) {
    return it.equals(X9ObjectIdentifiers.id_ecPublicKey);
  }

  private static boolean isRsa(ASN1ObjectIdentifier it) {
    return it.equals(PKCSObjectIdentifiers.rsaEncryption)
        || it.equals(PKCSObjectIdentifiers.sha256WithRSAEncryption);
  }

  private static boolean isPs256(AlgorithmIdentifier it) {
    if (it.getParameters() == null) {
      return false;
    }
    RSASSAPSSparams pss = RSASSAPSSparams.getInstance(it.getParameters());
    ASN1Encodable inner = pss.getMaskGenAlgorithm().getParameters();
    return pss.getHashAlgorithm().getAlgorithm().equals(NISTObjectIdentifiers.id_sha256)
        && pss.getMaskGenAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
        && AlgorithmIdentifier.getInstance(inner)
            .getAlgorithm()
            .equals(NISTObjectIdentifiers.id_sha256)
        && pss.getSaltLength().intValueExact() == SALT;
  }

  private static ASN1ObjectIdentifier gm(String arc) {
    return new ASN1ObjectIdentifier("1.2.156.10197." + arc);
  }
}
