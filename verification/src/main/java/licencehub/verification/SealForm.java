package licencehub.verification;

/** The forms of electronic seal the hub makes. */
public enum SealForm {
  /** GB/T 38540-2020, listing the certificates that may use it. */
  GBT38540,
  /** GB/T 38540-2020, listing digests of these certificates. */
  GBT38540_DIGESTS,
  /** GM/T 0031-2014. */
  GMT0031
}
