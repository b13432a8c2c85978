/** How filed events get to the topics of the feed. */
@NullMarked
package licencehub.routes.feed;

import org.jspecify.annotations.NullMarked;
