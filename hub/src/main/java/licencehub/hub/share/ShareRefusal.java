package licencehub.hub.share;

/** A request that is not served, with its status; what it says names no value of the request. */
public final class ShareRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final ShareStatus status;

  public ShareRefusal(ShareStatus status) {
    super(status.message());
    this.status = status;
  }

  /**
   * @param detail what stands behind the message of the status
   */
  public ShareRefusal(ShareStatus status, String detail) {
    super(status.message() + "：" + detail);
    this.status = status;
  }

  public ShareStatus status() {
    return status;
  }
}
