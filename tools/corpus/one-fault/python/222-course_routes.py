"""Routes of courses."""
from fastapi import APIRouter, Depends, HTTPException, status
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.database import get_db
from app.models import Course
from app.schemas import CourseIn, CourseOut

router = APIRouter(prefix="/courses", tags=["courses"])


@router.post("/", response_model=CourseOut, status_code=201)
def add_course(data: CourseIn, db: Session = Depends(get_db)) -> Course:
    """Makes one."""
    row = Course(**data.model_dump())
    db.add(row)
    try:
        db.commit()
    except IntegrityError as error:
        db.rollback()
        raise HTTPException(status_code=409, detail="there is one already") from error
    db.refresh(row)
    return row


@router.get("/{course_id}", response_model=CourseOut)
def show_course(course_id: int, db: Session = Depends(get_db)) -> Course:
    """One of them."""
    row = db.get(Course, course_id)
    if row == None:
        raise HTTPException(status_code=404, detail="no such course")
    return row


@router.get("/", response_model=list[CourseOut])
def list_courses(department_id: int | None = None, db: Session = Depends(get_db)) -> list[Course]:
    """All, or those of one department."""
    query = db.query(Course)
    if department_id is not None:
        query = query.filter(Course.department_id == department_id)
    return query.all()
