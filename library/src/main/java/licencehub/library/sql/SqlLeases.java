package licencehub.library.sql;

import licencehub.library.Hold;
import licencehub.library.Leases;
import licencehub.library.lease.SoleLeases;
import licencehub.model.Unavailable;

/** Leases, and what holds those to them who write. */
public record SqlLeases(Leases door, Fence fence) {
  /** Of a library that one hub has for itself. */
  public static SqlLeases sole(String node) {
    SoleLeases sole = new SoleLeases(node);
    return new SqlLeases(
        sole,
        (writer, hold) -> {
          if (!sole.stands(hold)) {
            throw replaced(hold);
          }
        });
  }

  /** What whoever is too late is told. */
  public static Unavailable replaced(Hold hold) {
    return new Unavailable(
        hold.lease(),
        "已由另一枢纽接手，本枢纽的进度未保存。 Another hub has taken over; nothing was kept of what this one reached.");
  }
}
