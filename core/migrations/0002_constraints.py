"""What Tortoise's models cannot say: partial indexes and checks."""

from tortoise.migrations.migration import Migration as Base
from tortoise.migrations.operations import RunSQL


class Migration(Base):
    """Open jobs are found by their due time; a dialogue has one row even where nobody in particular talks."""

    dependencies = [("core", "0001_initial")]
    operations = [
        RunSQL("CREATE INDEX job_open ON job (queue, due_at) WHERE done < wanted"),
        RunSQL("ALTER TABLE job ADD CONSTRAINT job_done_at_most_wanted CHECK (done <= wanted)"),
        RunSQL("CREATE UNIQUE INDEX dialogue_of_everybody ON dialogue (place_id, thread) WHERE person_id IS NULL"),
        RunSQL("ALTER TABLE project ADD CONSTRAINT project_head FOREIGN KEY (head_id) REFERENCES version (id) DEFERRABLE INITIALLY DEFERRED"),
        RunSQL("ALTER TABLE slate ADD CONSTRAINT slate_follows FOREIGN KEY (follows_id) REFERENCES slate (id) DEFERRABLE INITIALLY DEFERRED"),
        RunSQL("ALTER TABLE slate ADD CONSTRAINT slate_take FOREIGN KEY (take_id) REFERENCES take (id) DEFERRABLE INITIALLY DEFERRED"),
        RunSQL("CREATE INDEX render_open ON render (id) WHERE ended_at IS NULL"),
        RunSQL("CREATE INDEX slate_waiting ON slate (render_id, number) WHERE take_id IS NULL AND NOT stand_in"),
        RunSQL("CREATE INDEX take_open ON take (slate_id) WHERE state IN ('asked', 'sending', 'running', 'cancelling')"),
    ]
