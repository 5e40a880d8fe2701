-- an embedded database writes its file each time that it takes numbers for rows
alter table model_call alter column id set cache 1000;
