/**
 * A fictitious province: departments, people, cases and licences, the same for the same seed. Codes
 * have right check characters and a region (99) that no real person's code has.
 */
@NullMarked
package licencehub.demo.world;

import org.jspecify.annotations.NullMarked;
