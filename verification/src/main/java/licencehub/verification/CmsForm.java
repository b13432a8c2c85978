package licencehub.verification;

/** The two families of identifiers a CMS is written with. */
public enum CmsForm {
  /** GB/T 35275-2017, formerly GM/T 0010: what Chinese equipment writes and expects, with SM2. */
  GBT35275,
  /** RFC 5652. */
  RFC5652
}
