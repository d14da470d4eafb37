ALTER TABLE portal
    ADD COLUMN horn_feedback_gpi integer CHECK (horn_feedback_gpi BETWEEN 1 AND 16);
